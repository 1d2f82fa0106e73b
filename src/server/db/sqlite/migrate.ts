import { NewerSchema } from '../failures.ts';
import { migrations as allMigrations } from '../migrations/all.ts';
import type { ColumnTypes, Migration } from '../migrations/migration.ts';
import { SqliteFile } from './connection.ts';

const types: ColumnTypes = {
  id: 'text',
  site: 'text',
  date: 'text',
  text: 'text',
  key: () => 'text',
  long: 'text',
  int: 'integer',
  real: 'real',
  bytes: 'blob',
  // Without a rowid there is one tree for row and key: half the pages of a commit.
  table: 'strict, without rowid',
  largeRows: 'strict',
};

// The journal is inalterable (J1): what was written can neither be changed nor deleted.
const journalTriggers = ['update', 'delete'].map(
  (verb) =>
    `create trigger journal_refuses_${verb} before ${verb} on journal
     begin select raise(abort, 'the journal is append-only'); end`,
);

/**
 * Brings a file to the newest schema, each step whole or not at all (D1). `beforeChange` is called once
 * before the first step on a database that already holds data: the place for a backup. Fewer migrations
 * than all are for copies of old data.
 */
export function migrateSqlite(
  path: string,
  now: number,
  beforeChange: (from: number) => void = () => {},
  migrations?: readonly Migration[],
): void {
  const file = new SqliteFile(path);
  try {
    migrateOpened(file, now, beforeChange, migrations);
  } finally {
    file.close();
  }
}

export function migrateOpened(
  file: SqliteFile,
  now: number,
  beforeChange: (from: number) => void,
  migrations = allMigrations,
): void {
  const newest = migrations.at(-1)?.number ?? 0;
  file.exec('pragma busy_timeout = 30000');
  file.exec(
    'create table if not exists migrations (number integer not null primary key, name text not null, applied_at integer not null) strict',
  );
  const first = currentVersion(file);
  if (first > newest) {
    throw new NewerSchema(
      `This data was written by a newer ArmorPOS (schema ${first}; this one knows ${newest}). Install the newer version.`,
    );
  }
  let isCopied = first === 0;
  for (const migration of migrations) {
    file.run('begin immediate');
    try {
      // Read under the lock: another process may have taken this step meanwhile.
      const current = currentVersion(file);
      if (migration.number > current) {
        // Under the lock too: a sale between the copy and the change would be in no copy.
        if (!isCopied) beforeChange(current);
        isCopied = true;
        for (const statement of migration.statements(types)) file.exec(statement);
        if (migration.number === 1) for (const trigger of journalTriggers) file.exec(trigger);
        file.run('insert into migrations values (?, ?, ?)', [
          migration.number,
          migration.name,
          now,
        ]);
      }
      file.run('commit');
    } catch (error) {
      if (file.inTransaction) file.run('rollback');
      throw error;
    }
  }
}

function currentVersion(file: SqliteFile): number {
  const row = file.all('select coalesce(max(number), 0) as n from migrations')[0];
  return (row as { n: number }).n;
}
