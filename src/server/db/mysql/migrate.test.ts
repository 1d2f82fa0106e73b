import { createConnection } from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMysqlTables } from '../../../../scripts/schema/read-mysql.ts';
import { readSqliteTables } from '../../../../scripts/schema/read-sqlite.ts';
import { testedEngine } from '../../test-database.ts';
import { NewerSchema } from '../failures.ts';
import { migrations } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { migrateOpened } from '../sqlite/migrate.ts';
import { SqliteFile } from '../sqlite/connection.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { checkDurability } from './durability.ts';
import { migrateMysql } from './migrate.ts';
import type { MysqlConnection } from './connection.ts';
import { MysqlHosts } from './hosts.ts';

const newest = migrations.at(-1)?.number ?? 0;
/** A second step, without the many statements of the real first. */
const cellar: readonly Migration[] = [
  {
    number: 2,
    name: 'cellar',
    statements: ({ int, table }) => [
      `create table cellar (bottle ${int} not null primary key) ${table}`,
      `alter table cellar add column year ${int}`,
      'insert into cellar select 1, 1998 where not exists (select * from cellar)',
      'create index cellar_by_year on cellar (year)',
    ],
  },
];

describe.runIf(testedEngine() === 'mysql')('D1: bringing a server to a newer schema', () => {
  const name = `armorpos_test_${process.pid}_migrations`;
  const url = `${process.env['ARMORPOS_TEST_DATABASE_URL']}/${name}`;
  const opened: MysqlConnection[] = [];

  async function askServer(sql: string): Promise<void> {
    const connection = await createConnection(process.env['ARMORPOS_TEST_DATABASE_URL'] ?? '');
    await connection.query(sql).finally(() => connection.end());
  }
  async function connect(): Promise<MysqlConnection> {
    const connection = await new MysqlHosts(parseDatabaseUrl(url)).connect();
    opened.push(connection);
    return connection;
  }
  async function migrate(
    connection: MysqlConnection,
    steps = cellar,
    copy?: () => Promise<void>,
  ): Promise<void> {
    await migrateMysql(connection, await checkDurability(connection), 0, copy, steps);
  }

  /** A database whose first step was taken. */
  async function connectToOld(): Promise<MysqlConnection> {
    const connection = await connect();
    await migrate(connection, []);
    await connection.run("insert into migrations values (1, 'first', 0)");
    return connection;
  }

  beforeEach(() => askServer(`create or replace database ${name}`));
  afterEach(async () => {
    for (const connection of opened.splice(0)) await connection.close();
    await askServer(`drop database ${name}`);
  });

  test('it holds the same tables, columns, keys, constraints and indexes as a file', async () => {
    const connection = await connect();
    await migrate(connection, migrations);
    const file = new SqliteFile(':memory:');
    migrateOpened(file, 0, () => {});
    const tables = await readMysqlTables(connection);
    // Only there is a step of a migration more than a part of its transaction.
    const shared = tables.filter((table) => table.name !== 'migration_steps');
    expect(shared).toEqual(readSqliteTables(file));
    expect(shared).not.toEqual([]);
    file.close();
  });

  test.each([
    ['nothing of it', []],
    ['its first statement, which was not done', [0]],
    ['its first statement, which was done', [0], [0]],
    ['the second, which was done', [0, 1], [0, 1]],
    ['the third, which was done', [0, 1, 2], [0, 1, 2]],
    ['the last, which was not done', [0, 1, 2, 3], [0, 1, 2]],
    ['the last, which was done', [0, 1, 2, 3], [0, 1, 2, 3]],
  ])('completes a step of which the notes hold %s', async (_words, noted, done: number[] = []) => {
    const connection = await connectToOld();
    const types = { int: 'bigint', table: 'engine = InnoDB' };
    const statements = cellar[0]?.statements(types as Parameters<Migration['statements']>[0]) ?? [];
    for (const i of noted) await connection.run('insert into migration_steps values (2, ?)', [i]);
    for (const i of done) await connection.exec(statements[i] ?? '');
    await migrate(connection);
    expect(await connection.all('select * from cellar')).toEqual([{ bottle: 1, year: 1998 }]);
    expect(await connection.all('select number from migrations order by number')).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    expect(await connection.all('select * from migration_steps')).toEqual([]);
    const [table] = (await readMysqlTables(connection)).filter((each) => each.name === 'cellar');
    expect(table?.indexes).toEqual([{ name: 'cellar_by_year', columns: ['year'] }]);
  });

  test('refuses what a newer program has made, or has only begun', async () => {
    const connection = await connect();
    await migrate(connection, []);
    await connection.run('insert into migration_steps values (?, 0)', [newest + 1]);
    await expect(migrate(connection, migrations)).rejects.toThrow(NewerSchema);
    await connection.run('delete from migration_steps');
    await connection.run("insert into migrations values (?, 'next', 0)", [newest + 1]);
    await expect(migrate(connection, migrations)).rejects.toThrow(NewerSchema);
    // Whoever was refused stands in nobody's way.
    await migrate(await connect(), [
      ...migrations,
      { number: newest + 1, name: 'next', statements: () => [] },
    ]);
  });

  test('two that start at once make one copy and take each step once', async () => {
    const [first, second] = [await connectToOld(), await connect()];
    let copies = 0;
    const copy = async (): Promise<void> => {
      copies += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
    await Promise.all([migrate(first, cellar, copy), migrate(second, cellar, copy)]);
    expect(copies).toBe(1);
    expect(await first.all('select * from cellar')).toEqual([{ bottle: 1, year: 1998 }]);
  });
});
