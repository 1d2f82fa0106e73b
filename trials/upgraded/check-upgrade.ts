import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSqliteTables } from '../../scripts/schema/read-sqlite.ts';
import type { Table } from '../../scripts/schema/table.ts';
import { NewerSchema } from '../../src/server/db/failures.ts';
import { migrationsUpTo } from '../../src/server/db/migrations/all.ts';
import { checkIntegrity } from '../../src/server/db/sqlite/copy.ts';
import { migrateSqlite } from '../../src/server/db/sqlite/migrate.ts';
import { sqliteBuilder, sqliteReading } from '../../src/server/db/sqlite/open.ts';
import { SqliteFile } from '../../src/server/db/sqlite/connection.ts';
import { verifyReading } from '../../src/server/journal/verify.ts';
import { databaseName } from '../../src/server/open-database.ts';
import type { Place } from '../../src/server/open-till.ts';
import type { Tally } from '../tally.ts';
import { readPlace } from '../trial-place.ts';
import { contentOf, look, otherThan, schemaOf } from './look.ts';
import { migrateServer } from './old-restaurant.ts';
import type { OldRestaurant } from './old-restaurant.ts';
import { today, tomorrow, tomorrowsQuestions } from './tomorrow.ts';

type State = {
  /** The last step that was taken whole. */
  readonly version: number;
  /** The step that a server has begun and not finished; 0 where there is none. */
  readonly begun: number;
  readonly tables: readonly Table[];
};

/**
 * After a start that was cut off: the schema is that of a version, or a server's notes say which step it
 * is in; what the restaurant holds is as it was; and where anything changed there is a copy of the old.
 */
export async function checkCutOff(
  tally: Tally,
  old: OldRestaurant,
  place: Place,
  when: string,
): Promise<void> {
  const { version, begun, tables } = await readState(place);
  if (begun === 0) {
    tally.same(`${when}: not as in schema ${version}`, otherThan(version, tables), []);
  } else {
    tally.same(`${when}: the step that was begun`, begun, version + 1);
  }
  const reached = Math.max(version, begun);
  if (old.version > 0) {
    await checkContent(tally, old, place, when);
    const copies = await checkCopies(tally, old, place, when);
    tally.check(reached === old.version || copies > 0, () => `${when}: changed without a copy`);
    if (reached > old.version) await checkRefused(tally, place, old.version, when);
  }
  if (reached > today) await checkRefused(tally, place, today, when);
}

/** After the start that follows: the newest schema, everything moved into it, nothing left over. */
export async function checkUpgraded(
  tally: Tally,
  old: OldRestaurant,
  place: Place,
  when: string,
): Promise<void> {
  const { version, begun, tables } = await readState(place);
  tally.same(`${when}: version`, [version, begun], [tomorrow.number, 0]);
  tally.same(`${when}: not as in the newest schema`, otherThan(tomorrow.number, tables), []);
  if (old.version === 0 || version !== tomorrow.number) return;
  await checkContent(tally, old, place, when);
  tally.check(
    (await checkCopies(tally, old, place, when)) > 0,
    () => `${when}: upgraded without a copy`,
  );
  await look(place, async (ask) => {
    for (const [words, sql] of Object.entries(tomorrowsQuestions)) {
      tally.same(`${when}: ${words}`, await ask(sql), [{ n: 0 }]);
    }
  });
}

async function readState(place: Place): Promise<State> {
  return look(place, async (ask, readTables) => {
    const all = await readTables();
    const last = async (table: string): Promise<number> => {
      if (!all.some(({ name }) => name === table)) return 0;
      const [row] = await ask(`select coalesce(max(number), 0) as n from ${table}`);
      return (row as { n: number }).n;
    };
    const version = await last('migrations');
    // A server has its notes besides, and both keep their list of steps before there is any.
    const besides = version === 0 ? ['migrations', 'migration_steps'] : ['migration_steps'];
    const tables = all.filter(({ name }) => !besides.includes(name));
    return { version, begun: await last('migration_steps'), tables };
  });
}

async function checkContent(
  tally: Tally,
  old: OldRestaurant,
  place: Place,
  when: string,
): Promise<void> {
  await readPlace(place, async (tx) => {
    tally.same(`${when}: content`, await contentOf(tx, schemaOf(old.version)), old.content);
    const { whole, firstBad, differences } = await verifyReading(tx, 'main');
    tally.check(whole, () => `${when}: verify: ${JSON.stringify(firstBad ?? differences)}`);
  });
}

/** Every file that bears the name of a copy is one, whole and of the schema that it names. Answers how many are of the old. */
async function checkCopies(
  tally: Tally,
  old: OldRestaurant,
  { directory }: Place,
  when: string,
): Promise<number> {
  const folder = join(directory, 'backups');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  let ofOld = 0;
  for (const name of names) {
    const version = Number(/^before-schema-(\d+)-\d+\.db$/.exec(name)?.[1] ?? 0);
    if (version === 0) continue;
    if (version === old.version) ofOld += 1;
    const path = join(folder, name);
    try {
      checkIntegrity(path);
      const { schema, content, whole } = await readCopy(path, old.version);
      tally.same(`${when}: not as in its schema in ${name}`, otherThan(version, schema), []);
      tally.same(`${when}: content of ${name}`, content, old.content);
      tally.check(whole, () => `${when}: ${name} does not verify`);
    } catch (error) {
      tally.check(false, () => `${when}: ${name}: ${String(error)}`);
    }
  }
  return ofOld;
}

async function readCopy(
  path: string,
  version: number,
): Promise<{ schema: Table[]; content: Record<string, string>; whole: boolean }> {
  const file = new SqliteFile(path, { readOnly: true });
  try {
    const tx = sqliteReading(file, sqliteBuilder());
    return {
      schema: readSqliteTables(file),
      content: await contentOf(tx, schemaOf(version)),
      whole: (await verifyReading(tx, 'main')).whole,
    };
  } finally {
    file.close();
  }
}

/** A program that knows no more than this schema leaves the place alone. */
export async function checkRefused(
  tally: Tally,
  { directory, databaseUrl }: Place,
  version: number,
  when: string,
): Promise<void> {
  try {
    if (databaseUrl !== undefined) await migrateServer(databaseUrl, version);
    else
      migrateSqlite(join(directory, databaseName), Date.now(), () => {}, migrationsUpTo(version));
    tally.check(false, () => `${when}: a program of schema ${version} took it`);
  } catch (error) {
    tally.check(error instanceof NewerSchema, () => `${when}: refused with ${String(error)}`);
  }
}
