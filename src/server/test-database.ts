import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Database } from './db/engine.ts';
import { migrateAt, openMysql } from './db/mysql/open.ts';
import { migrateSqlite } from './db/sqlite/migrate.ts';
import { openSqlite } from './db/sqlite/open.ts';

/** An empty database with the newest schema, for one test, on the engine that the run is for. */
export type TestDatabase = {
  /** For the till's keys and files; the SQLite file lies in it too. */
  readonly directory: string;
  /** Undefined on SQLite. */
  readonly url: string | undefined;
  open(): Promise<Database>;
  remove(): Promise<void>;
};

export type Engine = 'sqlite' | 'mysql';

/** The engine that this run of the tests is for. */
export function testedEngine(): Engine {
  return process.env['ARMORPOS_TEST_ENGINE'] === 'mysql' ? 'mysql' : 'sqlite';
}

export async function makeTestDatabase(
  now: number,
  engine: Engine = testedEngine(),
): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'armorpos-test-'));
  const removeDirectory = (): void => rmSync(directory, { recursive: true });
  if (engine === 'sqlite') {
    const path = join(directory, 'till.db');
    migrateSqlite(path, now);
    return {
      directory,
      url: undefined,
      open: () => Promise.resolve(openSqlite(path)),
      remove: () => Promise.resolve(removeDirectory()),
    };
  }
  const server = process.env['ARMORPOS_TEST_DATABASE_URL'];
  if (!server) throw new Error('ARMORPOS_TEST_DATABASE_URL names no server to test on');
  const name = await takeDatabase(server, now);
  const url = `${server}/${name}`;
  return {
    directory,
    url,
    open: () => openMysql(url, { site: 'main' }),
    async remove() {
      free.push(name);
      removeDirectory();
    },
  };
}

/** Databases of earlier tests in this process, to be emptied: that is quicker than making thirty tables. */
const free: string[] = [];
let made = 0;

async function takeDatabase(server: string, now: number): Promise<string> {
  const connection = await createConnection({ uri: server, multipleStatements: true });
  try {
    const used = free.pop();
    if (used !== undefined) {
      await connection.query(`use ${used}`);
      const [tables] = await connection.query('show tables');
      const names = (tables as Record<string, string>[]).flatMap((row) => Object.values(row));
      const others = names.filter((name) => !['journal', 'migrations'].includes(name));
      // The journal can only be emptied whole: its rows refuse to be deleted.
      await connection.query(
        `set foreign_key_checks = 0; start transaction; ${others.map((table) => `delete from ${table};`).join(' ')} commit; truncate table journal`,
      );
      return used;
    }
    made += 1;
    const name = `armorpos_test_${process.pid}_${made}`;
    await connection.query(`drop database if exists ${name}; create database ${name}`);
    await migrateAt(`${server}/${name}`, now);
    return name;
  } finally {
    await connection.end();
  }
}
