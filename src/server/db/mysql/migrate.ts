import { NewerSchema, SqlFailure } from '../failures.ts';
import { migrations as allMigrations } from '../migrations/all.ts';
import type { ColumnTypes, Migration } from '../migrations/migration.ts';
import type { MysqlConnection } from './connection.ts';
import type { Flavor } from './durability.ts';

const names = (collation: string): string => `character set utf8mb4 collate ${collation}`;
const ascii = 'character set ascii collate ascii_bin';

function columnTypes({ collation }: Flavor): ColumnTypes {
  const table = `engine = InnoDB row_format = dynamic default ${names(collation)}`;
  return {
    id: 'varchar(64)',
    site: `varchar(64) ${ascii}`,
    date: `char(10) ${ascii}`,
    text: 'varchar(1000)',
    key: (most) => `varchar(${most})`,
    long: 'mediumtext',
    int: 'bigint',
    real: 'double',
    bytes: 'mediumblob',
    table,
    largeRows: table,
  };
}

// The journal is inalterable (J1): what was written can neither be changed nor deleted.
const journalTriggers = ['update', 'delete'].map(
  (verb) =>
    `create trigger journal_refuses_${verb} before ${verb} on journal for each row
     signal sqlstate '45000' set message_text = 'the journal is append-only'`,
);

/** A trigger is refused where there is a binary log and the user is no administrator. */
const triggersForbidden = 1419;

/** What a statement answers whose effect is there already. */
const alreadyDone = new Set([
  1050, // the table is there
  1060, // the column is there
  1061, // the index is there
  1091, // what was to be dropped is gone
  1359, // the trigger is there
]);

/**
 * Brings a database to the newest schema. Each statement that changes a schema is a transaction of its own
 * here, so each is noted when it is done: a migration that was cut off is completed by the next start, and
 * until then no other version works on it (D1). `beforeChange` is called once before the first step on a
 * database that holds data: the place for a backup.
 */
export async function migrateMysql(
  connection: MysqlConnection,
  flavor: Flavor,
  now: number,
  beforeChange: (from: number) => Promise<void> = () => Promise.resolve(),
  migrations: readonly Migration[] = allMigrations,
): Promise<void> {
  const types = columnTypes(flavor);
  await makeNotes(connection, types);
  await lockMigrations(connection);
  try {
    const newest = migrations.at(-1)?.number ?? 0;
    const { current, begun } = await readVersions(connection);
    if (Math.max(current, begun) > newest) {
      throw new NewerSchema(
        `This data was written by a newer ArmorPOS (schema ${Math.max(current, begun)}; this one knows ${newest}). Install the newer version.`,
      );
    }
    if (current > 0 && current < newest && begun === 0) await beforeChange(current);
    for (const migration of migrations) {
      if (migration.number > current) await takeStep(connection, migration, types, now);
    }
  } finally {
    if (!connection.isLost) await connection.all(`select release_lock(${lockName})`);
  }
}

async function makeNotes(
  connection: MysqlConnection,
  { int, text, table }: ColumnTypes,
): Promise<void> {
  await connection.exec(
    `create table if not exists migrations (number ${int} not null primary key, name ${text} not null, applied_at ${int} not null) ${table}`,
  );
  await connection.exec(
    `create table if not exists migration_steps (number ${int} not null, statement ${int} not null, primary key (number, statement)) ${table}`,
  );
}

/** A lock is the whole server's, and other restaurants may live there; its name holds 64 characters. */
const lockName = "concat('armorpos.', md5(database()))";
/** As long as the copy of a large restaurant may take. */
const longestTurnSeconds = 900;

/** Two servers that start at once take turns. */
async function lockMigrations(connection: MysqlConnection): Promise<void> {
  const [row] = await connection.all(`select get_lock(${lockName}, ${longestTurnSeconds}) as got`);
  if ((row as { got: number }).got !== 1) {
    throw new SqlFailure(
      'get_lock',
      new Error(
        'Another server is changing the schema of this database. Try again when it is done.',
      ),
      true,
    );
  }
}

async function readVersions(
  connection: MysqlConnection,
): Promise<{ current: number; begun: number }> {
  const number = async (table: string): Promise<number> => {
    const [row] = await connection.all(`select coalesce(max(number), 0) as n from ${table}`);
    return (row as { n: number }).n;
  };
  return { current: await number('migrations'), begun: await number('migration_steps') };
}

async function takeStep(
  connection: MysqlConnection,
  migration: Migration,
  types: ColumnTypes,
  now: number,
): Promise<void> {
  const { number, name } = migration;
  const statements = [...migration.statements(types), ...(number === 1 ? journalTriggers : [])];
  const noted = await connection.all('select statement from migration_steps where number = ?', [
    number,
  ]);
  const done = new Set((noted as { statement: number }[]).map((row) => row.statement));
  // Noted before it begins: a statement that is noted and not followed by another may or may not be done.
  const last = Math.max(-1, ...done);
  for (const [i, statement] of statements.entries()) {
    if (i < last) continue;
    if (i > last) {
      await connection.run('insert into migration_steps values (?, ?)', [number, i]);
    }
    try {
      await connection.exec(statement);
    } catch (error) {
      if (errorNumber(error) === triggersForbidden) throw mayNotMakeTriggers(statement);
      if (i !== last || !alreadyDone.has(errorNumber(error))) throw error;
    }
  }
  await connection.run('start transaction');
  await connection.run('insert into migrations values (?, ?, ?)', [number, name, now]);
  await connection.run('delete from migration_steps where number = ?', [number]);
  await connection.run('commit');
}

function errorNumber(error: unknown): number {
  return error instanceof SqlFailure ? ((error.cause as { errno?: number }).errno ?? 0) : 0;
}

function mayNotMakeTriggers(statement: string): SqlFailure {
  return new SqlFailure(
    statement,
    new Error(
      'The database server keeps a binary log and lets its administrators alone make triggers, which guard the journal. ' +
        'Set log_bin_trust_function_creators = 1 in its configuration, and start it and the till again.',
    ),
  );
}
