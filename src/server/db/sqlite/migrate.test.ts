import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseName, openFile } from '../../open-database.ts';
import { NewerSchema, SqlFailure } from '../failures.ts';
import { migrations, migrationsUpTo } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { checkIntegrity } from './copy.ts';
import { migrateSqlite } from './migrate.ts';
import { SqliteFile } from './connection.ts';

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'armorpos-test-'));
  path = join(directory, databaseName);
});
afterEach(() => rmSync(directory, { recursive: true }));

function ask(file: string, sql: string): unknown[] {
  const opened = new SqliteFile(file);
  try {
    return opened.all(sql);
  } finally {
    opened.close();
  }
}

const newest = migrations.at(-1)?.number ?? 0;
const versionOf = (file: string): unknown =>
  (ask(file, 'select max(number) as n from migrations')[0] as { n: number | null }).n;
const next = (statements: string[]): readonly Migration[] => [
  ...migrations,
  { number: newest + 1, name: 'next', statements: () => statements },
];

describe('D1: bringing a file to a newer schema', () => {
  test('asks for a copy once, and of data only', () => {
    const copied: number[] = [];
    const copy = (from: number): void => void copied.push(from);
    migrateSqlite(path, 0, copy, migrationsUpTo(1));
    expect(copied).toEqual([]);
    migrateSqlite(path, 0, copy, next(['create table cellar (bottle integer not null)']));
    expect(copied).toEqual([1]);
    migrateSqlite(path, 0, copy, next([]));
    expect(copied).toEqual([1]);
    expect(versionOf(path)).toBe(newest + 1);
  });

  test('lets nobody write between the copy and the change', () => {
    migrateSqlite(path, 0, () => {}, migrationsUpTo(1));
    let refused: unknown;
    migrateSqlite(path, 0, () => {
      try {
        ask(path, "insert into aliases values ('a', 'somebody') returning alias");
      } catch (error) {
        refused = error;
      }
    });
    expect(refused).toBeInstanceOf(SqlFailure);
    expect(refused).toMatchObject({ busy: true });
    expect(ask(path, 'select * from aliases')).toEqual([]);
  });

  test('changes nothing where the copy cannot be made', () => {
    migrateSqlite(path, 0, () => {}, migrationsUpTo(1));
    const refuse = (): never => {
      throw new Error('the disk is full');
    };
    expect(() => migrateSqlite(path, 0, refuse)).toThrow('the disk is full');
    expect(versionOf(path)).toBe(1);
  });

  test('takes a step whole or not at all', () => {
    migrateSqlite(path, 0);
    const broken = next(['create table cellar (bottle integer not null)', 'create table orders']);
    expect(() => migrateSqlite(path, 0, () => {}, broken)).toThrow(SqlFailure);
    expect(versionOf(path)).toBe(newest);
    expect(ask(path, "select name from sqlite_schema where name = 'cellar'")).toEqual([]);
  });

  test('refuses the schema of a newer program', () => {
    migrateSqlite(path, 0, () => {}, next([]));
    expect(() => migrateSqlite(path, 0)).toThrow(NewerSchema);
    expect(() => openFile(path, 0)).toThrow(/Install the newer version/);
    expect(versionOf(path)).toBe(newest + 1);
  });

  test('keeps a copy of the old under its name only when it is whole; what was cut off is thrown away', async () => {
    migrateSqlite(path, 0, () => {}, migrationsUpTo(1));
    ask(path, "insert into aliases values ('a', 'somebody') returning alias");
    const backups = join(directory, 'backups');
    mkdirSync(backups);
    writeFileSync(join(backups, 'before-schema-1.part'), 'half a copy');
    await openFile(path, 77).close();
    expect(versionOf(path)).toBe(newest);
    expect(readdirSync(backups)).toEqual(['before-schema-1-77.db']);
    const copy = join(backups, 'before-schema-1-77.db');
    checkIntegrity(copy);
    expect(versionOf(copy)).toBe(1);
    expect(ask(copy, 'select name from aliases')).toEqual([{ name: 'somebody' }]);
    await openFile(path, 78).close();
    expect(readdirSync(backups)).toEqual(['before-schema-1-77.db']);
  });
});
