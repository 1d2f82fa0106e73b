import { verifyReading } from '../src/server/journal/verify.ts';
import { openTestTill } from '../src/server/test-till.ts';
import type { Engine } from '../src/server/test-database.ts';
import { playScript } from './both-engines/play-script.ts';
import type { ScriptSize } from './both-engines/play-script.ts';
import { wholeContent } from './both-engines/whole-content.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { Tally } from './tally.ts';
import type { Run, Size, Trial } from './trial.ts';
import { trialMariaDb } from './trial-mariadb.ts';

const sizes = {
  always: { orders: 120, importedLines: 3_000 },
  deep: { orders: 2_000, importedLines: 48_620 },
} as const satisfies Record<Size, ScriptSize>;

type Life = {
  readonly answers: readonly string[];
  readonly content: ReadonlyMap<string, readonly string[]>;
};

/** Plays one script on both engines; `seedOf` says what each of them plays. */
function compareEngines(
  sizeOf: (size: Size) => ScriptSize,
  seedOf: (random: Random, engine: Engine) => string,
): Run {
  return async (size, random, log) => {
    await trialMariaDb();
    const tally = new Tally(log);
    const live = (engine: Engine): Promise<Life> =>
      liveOn(engine, seedOf(random, engine), sizeOf(size), tally);
    const sqlite = await live('sqlite');
    const mysql = await live('mysql');
    compareLines(tally, 'answers', sqlite.answers, mysql.answers);
    for (const [what, lines] of sqlite.content) {
      compareLines(tally, what, lines, mysql.content.get(what) ?? []);
    }
    return tally.outcome({
      'answers compared': sqlite.answers.length,
      'of these refusals': sqlite.answers.filter((answer) => !answer.includes(': 200 ')).length,
      'journal entries': sqlite.content.get('journal')?.length ?? 0,
      'rows in tables and exports': [...sqlite.content.values()].reduce(
        (sum, lines) => sum + lines.length,
        0,
      ),
    });
  };
}

/** The clock, the chance and the keys are the same for all: what differs is the engine's. */
async function liveOn(engine: Engine, seed: string, size: ScriptSize, tally: Tally): Promise<Life> {
  const random = seededRandom(seed);
  const chance = random.fork('till');
  const till = await openTestTill({
    engine,
    chance: {
      randomBytes: (count) =>
        Buffer.from(Array.from({ length: count }, () => chance.integer(0, 255))),
      secrets: { pepper: 'p'.repeat(64), aliasKey: 'a'.repeat(64), commandKey: 'c'.repeat(64) },
    },
  });
  try {
    const answers = await playScript(till, random.fork('script'), size);
    return await till.deps.database.read(async (tx) => {
      const { whole, firstBad, differences } = await verifyReading(tx, till.deps.site);
      tally.check(whole, () => `${engine}: ${JSON.stringify(firstBad ?? differences)}`);
      return { answers, content: await wholeContent(tx, till.deps.site) };
    });
  } finally {
    await till.close();
  }
}

function compareLines(
  tally: Tally,
  what: string,
  sqlite: readonly string[],
  mysql: readonly string[],
): void {
  tally.same(`${what}: how many`, mysql.length, sqlite.length);
  for (const [i, line] of sqlite.entries()) {
    tally.check(
      line === mysql[i],
      () => `${what} ${i}: SQLite has ${line}, MariaDB has ${mysql[i]}`,
    );
  }
}

export const trial: Trial = {
  id: 'R25',
  title: 'One script on SQLite and on MariaDB: the same answers, journal, tables, reports, exports',
  run: compareEngines(
    (size) => sizes[size],
    (random) => random.seed,
  ),
  // Two scripts are two stories.
  control: compareEngines(
    () => ({ orders: 5, importedLines: 10 }),
    (random, engine) => `${random.seed}/${engine}`,
  ),
};
