import { describe, expect, test } from 'vitest';
import { readMysqlTables } from '../../../../scripts/schema/read-mysql.ts';
import { readSqliteTables } from '../../../../scripts/schema/read-sqlite.ts';
import { makeTestDatabase, testedEngine } from '../../test-database.ts';
import { migrateOpened } from '../sqlite/migrate-sqlite.ts';
import { SqliteFile } from '../sqlite/sqlite-file.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { MysqlHosts } from './mysql-hosts.ts';

describe.runIf(testedEngine() === 'mysql')('the schema on a server', () => {
  test('holds the same tables, columns, keys, constraints and indexes as a file', async () => {
    const database = await makeTestDatabase(0, 'mysql');
    const connection = await new MysqlHosts(parseDatabaseUrl(database.url ?? '')).connect();
    const file = new SqliteFile(':memory:');
    try {
      migrateOpened(file, 0, () => {});
      const tables = await readMysqlTables(connection);
      // Only there is a step of a migration more than a part of its transaction.
      const shared = tables.filter(({ name }) => name !== 'migration_steps');
      expect(shared).toEqual(readSqliteTables(file));
      expect(shared).not.toEqual([]);
    } finally {
      file.close();
      await connection.close();
      await database.remove();
    }
  });
});
