import type { Page } from 'playwright-core';
import { signIn } from './sign-in.ts';
import type { Person } from './sign-in.ts';
import { withTill } from './till.ts';
import type { Till } from './till.ts';

/** The demo restaurant with its owner, manager and cashier, whose PINs were made for this run. */
export type DemoTill = Till & {
  readonly olivia: Person;
  readonly marco: Person;
  readonly maya: Person;
  /** Another device at which this person has just signed in. */
  readonly terminal: (person: Person, options?: Parameters<Till['openPage']>[0]) => Promise<Page>;
};

/** Plays a test on the demo restaurant. */
export function withDemoTill(play: (till: DemoTill) => Promise<void>): Promise<void> {
  return withTill((till) => play(demoTill(till)), { prepare: ['demo', '--json'] });
}

/** The people of a till that was prepared with `demo --json`. */
export function demoTill(till: Till): DemoTill {
  const { people } = JSON.parse(till.prepared) as { people: Person[] }; // what demo --json prints
  const named = (name: string): Person => {
    const person = people.find((each) => each.name === name);
    if (!person) throw new Error(`the demo has nobody called ${name}`);
    return person;
  };
  return {
    ...till,
    olivia: named('Olivia'),
    marco: named('Marco'),
    maya: named('Maya'),
    terminal: async (person, options) => {
      const page = await till.openPage(options);
      await signIn(page, person);
      return page;
    },
  };
}
