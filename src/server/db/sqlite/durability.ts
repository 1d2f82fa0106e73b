import { compareVersions } from '../compare-versions.ts';
import { NotDurable } from '../failures.ts';
import type { SqliteFile } from './connection.ts';

/** Versions before this one could corrupt a WAL database under rare timing (the WAL-reset bug, https://www.sqlite.org/wal.html). */
const oldestSqlite = '3.51.3';

/** 16 MB. The log is moved into the file when the till is idle (open.ts), and here only in the longest rush. */
const mostWalPages = 4_000;

/** WAL first: in some builds `synchronous` falls back to NORMAL when the journal mode is set after it. */
export function setDurability(file: SqliteFile): void {
  file.exec('pragma journal_mode = wal');
  file.exec('pragma synchronous = full');
  file.exec('pragma foreign_keys = on');
  file.exec(`pragma wal_autocheckpoint = ${mostWalPages}`);
  file.exec('pragma mmap_size = 0');
  file.exec('pragma trusted_schema = off');
}

/** Reads every setting back after a first access, and refuses anything but WAL and FULL (R27). */
export function checkDurability(file: SqliteFile): void {
  file.all('select count(*) as n from sqlite_schema');
  const version = pragma(file, 'select sqlite_version() as value');
  if (compareVersions(version, oldestSqlite) < 0) {
    throw new NotDurable(
      `This Node.js brings SQLite ${version}; ${oldestSqlite} or newer is needed. Update Node.js.`,
    );
  }
  expectPragma(file, 'journal_mode', 'wal');
  expectPragma(file, 'synchronous', '2');
  expectPragma(file, 'foreign_keys', '1');
}

function expectPragma(file: SqliteFile, name: string, wanted: string): void {
  const value = pragma(file, `pragma ${name}`);
  if (value !== wanted) {
    throw new NotDurable(
      `The database has ${name} = ${value} and not ${wanted}, so a power cut could lose sales. ` +
        'Keep the data directory on a local disk.',
    );
  }
}

function pragma(file: SqliteFile, sql: string): string {
  const row = file.all(sql)[0] as Record<string, unknown> | undefined;
  return String(Object.values(row ?? {})[0] ?? '');
}
