import type { Engine } from '../../src/server/test-database.ts';
import type { Random } from '../random.ts';
import type { Tally } from '../tally.ts';
import { checkCutOff, checkUpgraded } from './check-upgrade.ts';
import type { NextProgram } from './next-start.ts';
import type { OldRestaurant } from './old-restaurant.ts';
import { runUpgrade } from './run-upgrade.ts';
import type { Upgraded } from './run-upgrade.ts';
import type { Statement, UpgradeOrder } from './upgrade.ts';

type Death = Pick<UpgradeOrder, 'statement' | 'isSent' | 'afterMs'>;
type Most = { readonly instants: number; readonly firstStart: number; readonly copies: number };
type Options = {
  readonly engine: Engine;
  readonly old: OldRestaurant;
  readonly program: NextProgram;
  readonly most: Most;
  readonly random: Random;
  readonly isCareless?: boolean;
};

/** Starts of the next version on an old restaurant, each killed elsewhere, looked at, and followed by another one. */
export async function killStarts(
  tally: Tally,
  { engine, old, program, most, random, isCareless = false }: Options,
): Promise<{ kills: number; cutOff: number }> {
  const uncut = await old.place();
  const { report, errors } = await runUpgrade({ place: uncut });
  if (!report) throw new Error(`schema ${old.version}: ${errors}`);
  await checkUpgraded(tally, old, uncut, `schema ${old.version}, uncut`);
  await uncut.remove();

  const sums = { kills: 0, cutOff: 0 };
  const kill = async (death: Death): Promise<Upgraded> => {
    const when = `schema ${old.version}, ${JSON.stringify(death)}`;
    const place = await old.place();
    try {
      const upgraded = await runUpgrade({ place, ...death, isCareless });
      // Whoever is to die after a time may be done before it.
      const isDone = death.afterMs !== undefined && upgraded.report !== undefined;
      tally.check(upgraded.isKilled || isDone, () => `${when}: not killed: ${upgraded.errors}`);
      sums.kills += 1;
      if (upgraded.isKilled) {
        sums.cutOff += 1;
        await checkCutOff(tally, old, place, when);
      }
      const wrong = await program.start(place);
      tally.check(wrong === '', () => `${when}: the next start: ${wrong}`);
      if (wrong === '') await checkUpgraded(tally, old, place, when);
      return upgraded;
    } finally {
      await place.remove();
    }
  };

  for (const death of plan(engine, old.version === 0, most, random, report.statements)) {
    await kill(death);
  }
  let longest = report.ms;
  for (let i = 0; i < most.instants; i += 1) {
    const { report: survived } = await kill({ afterMs: random.fraction() * longest });
    // The first start of all had more to load.
    if (survived) longest = Math.min(longest, survived.ms);
  }
  return sums;
}

/** Every statement that changes the old, and some of those that only copy it or fill an empty place. */
function plan(
  engine: Engine,
  isFirst: boolean,
  { firstStart, copies }: Most,
  random: Random,
  statements: readonly Statement[],
): Death[] {
  const isCopy = ({ on }: Statement): boolean => engine === 'mysql' && on === 'file';
  const changes = deathsAt(statements, (statement) => !isCopy(statement));
  return [
    ...(isFirst ? someOf(changes, firstStart, random) : changes),
    ...someOf(deathsAt(statements, isCopy), copies, random),
  ];
}

/** Before each of these, and in the midst of those that a server may finish when nobody waits any more. */
function deathsAt(
  statements: readonly Statement[],
  isMeant: (statement: Statement) => boolean,
): Death[] {
  return statements.flatMap((each, i) => {
    if (!isMeant(each)) return [];
    const before = { statement: i + 1 };
    return each.isSent ? [before, { ...before, isSent: true }] : [before];
  });
}

function someOf<T>(all: readonly T[], most: number, random: Random): T[] {
  if (all.length <= most) return [...all];
  const left = [...all];
  return Array.from({ length: most }, () =>
    left.splice(random.integer(0, left.length - 1), 1),
  ).flat();
}
