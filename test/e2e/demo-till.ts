import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { signIn } from './sign-in.ts';
import type { Person } from './sign-in.ts';
import { runCommand, withTill } from './till.ts';
import type { Till } from './till.ts';

/** The demo restaurant with its owner, manager and cashier, whose PINs were made for this run. */
export type DemoTill = Till & {
  readonly olivia: Person;
  readonly marco: Person;
  readonly maya: Person;
  /** Another device at which this person has just signed in. */
  readonly terminal: (person: Person, options?: Parameters<Till['openPage']>[0]) => Promise<Page>;
};

/** Plays a test on the demo restaurant, as it is on its first day. */
export async function withDemoTill(play: (till: DemoTill) => Promise<void>): Promise<void> {
  madeDemo ??= makeDemo();
  const { directory, printed } = await madeDemo;
  await withTill((till) => play(demoTill(till, printed)), { copyOf: directory });
}

/** Made once for all tests of a file, since it writes a year of sales; each gets a copy. */
let madeDemo: Promise<{ directory: string; printed: string }> | undefined;

async function makeDemo(): Promise<{ directory: string; printed: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'armorpos-demo-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const { code, stdout, stderr } = await runCommand(['demo', '--json', '--data', directory]);
  if (code !== 0) throw new Error(`demo: ${stderr}`);
  return { directory, printed: stdout };
}

/** The people of a till, by what `demo --json` printed when it made them. */
export function demoTill(till: Till, printed: string): DemoTill {
  const { people } = JSON.parse(printed) as { people: Person[] }; // what demo --json prints
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
