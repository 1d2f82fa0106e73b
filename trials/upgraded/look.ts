import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readMysqlTables } from '../../scripts/schema/read-mysql.ts';
import { readSqliteTables } from '../../scripts/schema/read-sqlite.ts';
import type { Table } from '../../scripts/schema/table.ts';
import type { Database, Reading } from '../../src/server/db/engine.ts';
import { migrations } from '../../src/server/db/migrations/all.ts';
import { parseDatabaseUrl } from '../../src/server/db/mysql/database-url.ts';
import { MysqlHosts } from '../../src/server/db/mysql/hosts.ts';
import { migrateOpened } from '../../src/server/db/sqlite/migrate.ts';
import { SqliteFile } from '../../src/server/db/sqlite/connection.ts';
import { copiedTables } from '../../src/server/move/copy-tables.ts';
import { databaseName } from '../../src/server/open-database.ts';
import type { Place } from '../../src/server/open-till.ts';
import { tomorrow } from './tomorrow.ts';

type Ask = (sql: string) => Promise<unknown[]>;

/** Asks the database at a place, whatever its schema is. */
export async function look<T>(
  { directory, databaseUrl }: Place,
  work: (ask: Ask, tables: () => Promise<Table[]>) => Promise<T>,
): Promise<T> {
  if (databaseUrl === undefined) {
    const file = new SqliteFile(join(directory, databaseName));
    try {
      return await work(
        async (sql) => file.all(sql),
        async () => readSqliteTables(file),
      );
    } finally {
      file.close();
    }
  }
  const connection = await new MysqlHosts(parseDatabaseUrl(databaseUrl)).connect({ patient: true });
  try {
    return await work(
      (sql) => connection.all(sql),
      () => readMysqlTables(connection),
    );
  } finally {
    await connection.close();
  }
}

/** The schema as each version has it, 0 being none. */
export function schemaOf(version: number): Table[] {
  if (version === 0) return [];
  const file = new SqliteFile(':memory:');
  try {
    const known = [...migrations, tomorrow].filter(({ number }) => number <= version);
    migrateOpened(file, 0, () => {}, known);
    return readSqliteTables(file);
  } finally {
    file.close();
  }
}

/** The names of tables that are not as a version has them. */
export function otherThan(version: number, found: readonly Table[]): string[] {
  const wanted = schemaOf(version);
  const missing = (from: readonly Table[], other: readonly Table[]): string[] => {
    const texts = new Set(other.map((table) => JSON.stringify(table)));
    return from.filter((table) => !texts.has(JSON.stringify(table))).map(({ name }) => name);
  };
  return [...new Set([...missing(found, wanted), ...missing(wanted, found)])];
}

/** The tables of a restaurant's own that a schema has, in an order that foreign keys allow. */
function ownTables(schema: readonly Table[]): { name: never; columns: never[]; keys: string[] }[] {
  return Object.entries(copiedTables).flatMap(([name, keys]) => {
    const table = schema.find((each) => each.name === name);
    if (!table) return [];
    // Which tables and columns there are, only the schema of that time knows.
    const columns = table.columns.map((column) => column.name as never);
    return [{ name: name as never, columns, keys: [...keys] }];
  });
}

/** A digest of all rows of each table, by what this schema knows of them. */
export async function contentOf(
  tx: Reading,
  schema: readonly Table[],
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const { name, columns, keys } of ownTables(schema)) {
    let query = tx.sql.selectFrom(name).select(columns);
    for (const key of keys) query = query.orderBy(key as never);
    const hash = createHash('sha256');
    for await (const row of tx.each(query)) hash.update(JSON.stringify(row));
    digests[name] = hash.digest('hex').slice(0, 16);
  }
  return digests;
}

/** Copies the rows of a restaurant into an empty database of this, older, schema. */
export async function copyRows(
  from: Reading,
  to: Database,
  schema: readonly Table[],
): Promise<void> {
  for (const { name, columns } of ownTables(schema)) {
    const rows = (await from.all(from.sql.selectFrom(name).select(columns))) as never[];
    const values = rows.map((row) => columns.map((column) => row[column]));
    await to.write((tx) => tx.insertRows(name, columns, values));
  }
}
