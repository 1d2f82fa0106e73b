import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from './db/engine.ts';
import { migrateAt, openMysql } from './db/mysql/open-mysql.ts';
import { copySqlite } from './db/sqlite/copy-sqlite.ts';
import { migrateSqlite } from './db/sqlite/migrate-sqlite.ts';
import { openSqlite } from './db/sqlite/open-sqlite.ts';
import { copyTables } from './move/copy-tables.ts';

export const databaseName = 'armorpos.db';
/** The restaurant of this database; a chain of the journal belongs to each (J1). */
export const site = 'main';

type Slow = (sql: string, ms: number) => void;

/** Opens the file of a till, bringing its schema up to date after a copy of the old one (D1). */
export function openFile(path: string, now: number, slow?: Slow): Database {
  migrateSqlite(path, now, (from) => copySqlite(path, copyBefore(dirname(path), from, now)));
  return openSqlite(path, slow ? { slow } : {});
}

/** Opens a till's database on a server; the copy of an old schema lies in the till's directory (D1). */
export async function openServer(
  url: string,
  directory: string,
  now: number,
  slow?: Slow,
): Promise<Database> {
  await migrateAt(url, now, (from) => copyOldSchema(url, copyBefore(directory, from, now), from));
  return openMysql(url, { site, ...(slow ? { slow } : {}) });
}

function copyBefore(directory: string, from: number, now: number): string {
  return join(directory, 'backups', `before-schema-${from}-${now}.db`);
}

async function copyOldSchema(url: string, path: string, version: number): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  migrateSqlite(path, Date.now(), () => {}, version);
  const [from, to] = [await openMysql(url, { site }), openSqlite(path)];
  try {
    await from.read((tx) => copyTables(tx, to));
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}
