import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from './db/engine.ts';
import { migrationsUpTo } from './db/migrations/all.ts';
import { migrateAt, openMysql } from './db/mysql/open.ts';
import { copySqlite } from './db/sqlite/copy.ts';
import { migrateSqlite } from './db/sqlite/migrate.ts';
import { openSqlite } from './db/sqlite/open.ts';
import { SqliteFile } from './db/sqlite/connection.ts';
import { copiedTables, copyTables } from './move/copy-tables.ts';

export const databaseName = 'armorpos.db';
/** The restaurant of this database; a chain of the journal belongs to each (J1). */
export const site = 'main';

type Slow = (sql: string, ms: number) => void;

/** Opens the file of a till, bringing its schema up to date after a copy of the old one (D1). */
export function openFile(path: string, now: number, slow?: Slow): Database {
  migrateSqlite(path, now, (from) => {
    const copy = prepareCopy(dirname(path), from);
    copySqlite(path, copy);
    keepCopy(copy, now);
  });
  return openSqlite(path, slow ? { slow } : {});
}

/** Opens a till's database on a server; the copy of an old schema lies in the till's directory (D1). */
export async function openServer(
  url: string,
  directory: string,
  now: number,
  slow?: Slow,
): Promise<Database> {
  await migrateAt(url, now, async (from) => {
    const copy = prepareCopy(directory, from);
    await copyOldSchema(url, copy, from);
    keepCopy(copy, now);
  });
  return openMysql(url, { site, ...(slow ? { slow } : {}) });
}

/** Where a copy of the old schema is made; one that was cut off is thrown away. */
function prepareCopy(directory: string, from: number): string {
  const path = join(directory, 'backups', `before-schema-${from}.part`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(path + rest, { force: true });
  return path;
}

/** Only a copy that is whole and on the disk has a backup's name, and only after that the schema changes. */
function keepCopy(path: string, now: number): void {
  syncToDisk(path, 'r+');
  renameSync(path, path.replace(/\.part$/, `-${now}.db`));
  // Windows opens no directories; its file system keeps names by itself.
  if (process.platform !== 'win32') syncToDisk(dirname(path), 'r');
}

function syncToDisk(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function copyOldSchema(url: string, path: string, version: number): Promise<void> {
  migrateSqlite(path, Date.now(), () => {}, migrationsUpTo(version));
  const tables = tablesIn(path);
  const [from, to] = [await openMysql(url, { site }), openSqlite(path)];
  try {
    await from.read((tx) => copyTables(tx, to, () => {}, tables));
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}

/** Of the tables that are copied, those that this schema has. */
function tablesIn(path: string): typeof copiedTables {
  const file = new SqliteFile(path, { readOnly: true });
  try {
    const rows = file.all("select name from sqlite_schema where type = 'table'");
    const names = new Set((rows as { name: string }[]).map(({ name }) => name));
    return Object.fromEntries(Object.entries(copiedTables).filter(([name]) => names.has(name)));
  } finally {
    file.close();
  }
}
