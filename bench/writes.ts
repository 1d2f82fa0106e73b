import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startOwnMariaDb } from '../scripts/mariadb.ts';
import type { Place } from '../src/server/open-till.ts';
import type { Engine } from '../src/server/test-database.ts';
import { prepareData } from '../trials/prepare-data.ts';
import { startServer } from '../trials/server-process.ts';
import { makePlaceOn, readPlace } from '../trials/trial-place.ts';
import { bareMariaDbCommits } from './bare-mariadb-commits.ts';
import { bareCommits } from './bare-commits.ts';
import { goal, heading, say, show } from './print.ts';
import { residentMb } from './resident-memory.ts';
import { Terminals } from './tapping.ts';
import type { Timings } from './timings.ts';

const terminalCount = 8;

type Ground = {
  readonly name: string;
  readonly place: Place;
  /** As many commits of as many bytes, one by one, by nobody but this program. */
  readonly bare: (bytes: number, count: number) => Promise<Timings>;
  readonly remove: () => Promise<void>;
};

/** Times durable writes of order lines through HTTP, beside bare commits on the same engine and disk. */
export async function benchWrites(
  engine: Engine,
  directory: string,
  writes: number,
  profileDirectory?: string,
): Promise<void> {
  const { name, place, bare, remove } = await layGround(engine, directory);
  try {
    const prepared = await prepareData(place, terminalCount);
    const profile = profileDirectory
      ? ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`, '--cpu-prof-interval=200']
      : [];
    const server = await startServer(place, profile);
    // The code is compiled as it is used; the first orders of an evening are not what is asked here.
    const one = new Terminals(server.port, prepared, 1);
    const eight = new Terminals(server.port, prepared, terminalCount);
    await one.addLines(300);
    await eight.addLines(100);
    const bytes = await bytesPerLine(place);
    const before = await bare(bytes, writes);
    const alone = await one.addLines(writes);
    const between = await bare(bytes, writes);
    const together = await eight.addLines(Math.ceil(writes / 2));
    const after = await bare(bytes, writes);
    const middle = [before, between, after].sort((a, b) => a.p50 - b.p50)[1] as Timings;

    heading(`one order line on ${name}, durable (${bytes} bytes in journal, tables and answer)`);
    show(`bare ${name} commit, one by one`, middle);
    show('through HTTP, 1 client', alone);
    show('through HTTP, 8 clients', together);
    compare(engine, alone, together, middle);
    heading(`order → 3 lines → paid on ${name}`);
    show('1 client', await one.sell(Math.ceil(writes / 10)), 'cycles');
    show('8 clients', await eight.sell(Math.ceil(writes / 10)), 'cycles');
    const memory = residentMb(server);
    if (memory !== undefined) say('resident memory after all that', `${memory.toFixed(0)} MB`);
    one.close();
    eight.close();
    await server.stop();
  } finally {
    await remove();
  }
}

/** The goals are those of a till on its own disk; a database server is asked over a network. */
function compare(engine: Engine, alone: Timings, together: Timings, bare: Timings): void {
  const times = alone.p50 / bare.p50;
  const [single, many] = [`${times.toFixed(2)} ×`, `${together.perSecond.toFixed(0)}/s`];
  if (engine === 'mysql') {
    say('1 client, p50 against the bare commit', single);
    return;
  }
  goal('1 client, p50 against the bare commit', single, '≤ 4 ×', times <= 4);
  const isEnough = together.perSecond >= bare.perSecond;
  goal('8 clients, writes a second', many, `≥ ${bare.perSecond.toFixed(0)}/s`, isEnough);
}

async function layGround(engine: Engine, directory: string): Promise<Ground> {
  if (engine === 'sqlite') {
    const data = join(directory, 'writes');
    mkdirSync(data);
    return {
      name: 'SQLite',
      place: { directory: data },
      bare: (bytes, count) => bareCommits(directory, bytes, count),
      remove: async () => rmSync(data, { recursive: true, force: true }),
    };
  }
  const mariaDb = await startOwnMariaDb({ directory });
  const place = await makePlaceOn(mariaDb.url);
  return {
    name: 'MariaDB',
    place,
    bare: (bytes, count) => bareMariaDbCommits(place.databaseUrl ?? '', bytes, count),
    remove: async () => {
      await place.remove();
      await mariaDb.stop();
    },
  };
}

/** The bytes that one order line leaves behind: its journal entry, its row and the answer kept with its key. */
function bytesPerLine(place: Place): Promise<number> {
  return readPlace(place, async (tx) => {
    const entries = await tx.all(
      tx.sql.selectFrom('journal').select('content').where('type', '=', 'line_added').limit(100),
    );
    const lines = await tx.all(tx.sql.selectFrom('order_lines').selectAll().limit(100));
    const answers = await tx.all(
      tx.sql.selectFrom('commands').select('answer').orderBy('at', 'desc').limit(100),
    );
    return Math.round(
      average(entries.map((entry) => entry.content.length)) +
        average(lines.map((line) => Object.values(line).join('').length)) +
        average(answers.map((each) => each.answer.length)),
    );
  });
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
