import type { MysqlConnection } from '../../src/server/db/mysql/connection.ts';
import { plainCheck, sorted } from './table.ts';
import type { Column, Table } from './table.ts';

const types: Readonly<Record<string, Column['type']>> = {
  varchar: 'text',
  char: 'text',
  mediumtext: 'text',
  bigint: 'integer',
  double: 'real',
  mediumblob: 'bytes',
};

/** Every table of the database that this connection uses, by name. */
export async function readMysqlTables(connection: MysqlConnection): Promise<Table[]> {
  const ask = async <Row>(view: string, columns: string, order: string): Promise<Row[]> =>
    (await connection.all(
      `select ${columns} from information_schema.${view} where ${schemaOf[view] ?? 'table_schema'} = database() order by ${order}`,
    )) as Row[];
  const columns = await ask<{
    t: string;
    name: string;
    type: string;
    nullable: string;
    usually: string | null;
  }>(
    'columns',
    'table_name as t, column_name as name, data_type as type, is_nullable as nullable, column_default as usually',
    'table_name, ordinal_position',
  );
  const keys = await ask<{
    t: string;
    name: string;
    column: string;
    other: string | null;
    key: string | null;
  }>(
    'key_column_usage',
    'table_name as t, constraint_name as name, column_name as `column`, referenced_table_name as other, referenced_column_name as `key`',
    'table_name, constraint_name, ordinal_position',
  );
  const indexes = await ask<{ t: string; name: string; column: string; many: number }>(
    'statistics',
    'table_name as t, index_name as name, column_name as `column`, non_unique as many',
    'table_name, index_name, seq_in_index',
  );
  const checks = await ask<{ t: string; words: string }>(
    'check_constraints',
    'table_name as t, check_clause as words',
    'table_name',
  );
  const triggers = await ask<{ t: string; name: string }>(
    'triggers',
    'event_object_table as t, trigger_name as name',
    'trigger_name',
  );

  const byTable = [...Map.groupBy(columns, (column) => column.t)];
  return byTable
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => {
      const keysOf = Map.groupBy(
        keys.filter(({ t }) => t === name),
        (key) => key.name,
      );
      const references = [...keysOf].filter(([, parts]) => parts[0]?.other);
      // InnoDB makes an index of its own for each foreign key that has none, named after the key or its column.
      const made = new Set(references.flatMap(([key, parts]) => [key, parts[0]?.column]));
      const groups = [
        ...Map.groupBy(
          indexes.filter((index) => index.t === name && !made.has(index.name)),
          (index) => index.name,
        ),
      ];
      const columnsOf = (parts: readonly { column: string }[]): string[] =>
        parts.map((part) => part.column);
      return {
        name,
        columns: own.map((column) => ({
          name: column.name,
          type: typeOf(column.type),
          mayBeEmpty: column.nullable === 'YES',
          usually: column.usually === 'NULL' ? null : column.usually,
        })),
        primaryKey: columnsOf(keysOf.get('PRIMARY') ?? []),
        foreignKeys: sorted(
          references.map(([, parts]) => ({
            columns: columnsOf(parts),
            table: parts[0]?.other ?? '',
            references: parts.map((part) => part.key ?? ''),
          })),
        ),
        unique: sorted(
          groups
            .filter(([index, parts]) => index !== 'PRIMARY' && parts[0]?.many === 0)
            .map(([, parts]) => columnsOf(parts)),
        ),
        indexes: sorted(
          groups
            .filter(([, parts]) => parts[0]?.many === 1)
            .map(([index, parts]) => ({ name: index, columns: columnsOf(parts) })),
        ),
        checks: sorted(checks.filter(({ t }) => t === name).map(({ words }) => plainCheck(words))),
        triggers: sorted(triggers.filter(({ t }) => t === name).map((trigger) => trigger.name)),
      };
    });
}

/** Views that call the database's column otherwise. */
const schemaOf: Readonly<Record<string, string>> = {
  check_constraints: 'constraint_schema',
  triggers: 'trigger_schema',
};

function typeOf(declared: string): Column['type'] {
  const type = types[declared];
  if (!type) throw new Error(`a column of type ${declared}`);
  return type;
}
