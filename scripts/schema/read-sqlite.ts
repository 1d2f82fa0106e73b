import type { SqliteFile } from '../../src/server/db/sqlite/connection.ts';
import { plainCheck, sorted } from './table.ts';
import type { Column, ForeignKey, Table } from './table.ts';

const types: Readonly<Record<string, Column['type']>> = {
  TEXT: 'text',
  INTEGER: 'integer',
  REAL: 'real',
  BLOB: 'bytes',
};

/** Every table of a SQLite file, by name. */
export function readSqliteTables(file: SqliteFile): Table[] {
  const found = file.all(
    "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
  ) as { name: string; sql: string }[];
  return found.map(({ name, sql }) => {
    const columns = file.all(`pragma table_info(${name})`) as {
      name: string;
      type: string;
      notnull: number;
      dflt_value: string | null;
      pk: number;
    }[];
    const indexes = file.all(`pragma index_list(${name})`) as {
      name: string;
      origin: 'c' | 'u' | 'pk';
    }[];
    const columnsOf = (index: string): string[] =>
      (file.all(`pragma index_info(${index})`) as { name: string }[]).map((row) => row.name);
    const triggers = file.all(
      "select name from sqlite_schema where type = 'trigger' and tbl_name = ?",
      [name],
    ) as { name: string }[];
    return {
      name,
      columns: columns.map((column) => ({
        name: column.name,
        type: typeOf(column.type),
        mayBeEmpty: column.notnull === 0,
        usually: column.dflt_value,
      })),
      primaryKey: columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((column) => column.name),
      foreignKeys: readForeignKeys(file, name),
      unique: sorted(
        indexes.filter(({ origin }) => origin === 'u').map((index) => columnsOf(index.name)),
      ),
      indexes: sorted(
        indexes
          .filter(({ origin }) => origin === 'c')
          .map((index) => ({ name: index.name, columns: columnsOf(index.name) })),
      ),
      checks: sorted(checksIn(sql)),
      triggers: sorted(triggers.map((row) => row.name)),
    };
  });
}

function typeOf(declared: string): Column['type'] {
  const type = types[declared];
  if (!type) throw new Error(`a column of type ${declared}`);
  return type;
}

function readForeignKeys(file: SqliteFile, table: string): ForeignKey[] {
  const rows = file.all(`pragma foreign_key_list(${table})`) as {
    id: number;
    seq: number;
    table: string;
    from: string;
    to: string;
  }[];
  const keys = Map.groupBy(
    rows.toSorted((a, b) => a.seq - b.seq),
    (row) => row.id,
  );
  return sorted(
    [...keys.values()].map((parts) => ({
      columns: parts.map((part) => part.from),
      table: parts[0]?.table ?? '',
      references: parts.map((part) => part.to),
    })),
  );
}

/** SQLite keeps check constraints only in the text of the table. */
function checksIn(sql: string): string[] {
  const checks: string[] = [];
  for (const { index } of sql.matchAll(/\bcheck \(/g)) {
    const start = sql.indexOf('(', index) + 1;
    let [depth, end] = [1, start];
    for (; depth > 0; end += 1) depth += { '(': 1, ')': -1 }[sql[end] ?? ''] ?? 0;
    checks.push(plainCheck(sql.slice(start, end - 1)));
  }
  return checks;
}
