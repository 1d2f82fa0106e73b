import { keptTables, projectedTables } from '../../src/server/db/schema.ts';
import { groups, uses } from './groups.ts';
import type { Group } from './groups.ts';
import type { Column, Table } from './table.ts';

/** docs/schema.md: the tables in pictures, and what a picture cannot show in lists. */
export function drawSchema(tables: readonly Table[]): string {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const grouped = groups.flatMap((group) => Object.keys(group.tables));
  const unknown = grouped.filter((name) => !byName.has(name));
  const left = tables.map(({ name }) => name).filter((name) => !grouped.includes(name));
  if (unknown.length + left.length > 0) {
    throw new Error(
      `scripts/schema/groups.ts leaves out [${left.join(', ')}] and names [${unknown.join(', ')}], which are not there.`,
    );
  }
  return [
    introduction,
    ...groups.flatMap((group) => [`## ${group.title}`, group.words, ...drawGroup(group, byName)]),
    '## Indexes and unique constraints',
    'Besides the primary keys, in whose order the rows lie.',
    list(['Table', 'Columns', 'What for'], listIndexes(tables)),
    '## States and other conditions',
    'The database itself refuses a row that breaks one of these.',
    list(
      ['Table', 'Condition'],
      tables.flatMap((table) => table.checks.map((check) => [code(table.name), code(check)])),
    ),
    '## Triggers',
    list(
      ['Table', 'Trigger'],
      tables.flatMap((table) => table.triggers.map((name) => [code(table.name), code(name)])),
    ),
  ].join('\n\n');
}

const introduction = `# The schema

Drawn from the database itself by \`npm run schema\`; \`npm run check\` fails where it is out of date. Both engines
hold the same: a test compares SQLite's own account of its tables with MariaDB's. (A server has one table more,
\`migration_steps\`: there each statement that changes the schema is durable by itself, and the notes in it let a
migration that was cut off be completed.)

- **The journal is the truth.** It is append-only and chained; everything in a _projection_ can be rebuilt from it, and
  \`armorpos verify\` compares the two. A projection is written by nobody but the journal's projector.
- **Kept** tables stand beside the journal: the journal itself, secrets and personal data, which must not be in it,
  and pictures, which would swell it. They are copied by a backup or a move, and never rebuilt.
- **Of this place** are the few that describe this one database, and do not travel.
- Amounts are whole minor units of the site's currency, rates parts per million, instants milliseconds since 1970 in
  UTC, business dates \`YYYY-MM-DD\`, flags 0 or 1. Nothing is a float but the places of tables on the floor plan.
- A \`?\` marks a column that may be empty. What belongs together stands in one picture; \`PK\` is part of the
  primary key, \`FK\` refers to another table, \`UK\` is unique.`;

function drawGroup(group: Group, byName: ReadonlyMap<string, Table>): string[] {
  const tables = Object.keys(group.tables).flatMap((name) => byName.get(name) ?? []);
  const picture = [
    'erDiagram',
    ...tables.flatMap((table) =>
      table.foreignKeys.map(
        (key) =>
          `  ${key.table} ||--${many(table, key.columns)} ${table.name} : "${key.columns.join(', ')}"`,
      ),
    ),
    ...tables.flatMap((table) => [
      `  ${table.name} {`,
      ...table.columns.map((column) => `    ${drawColumn(table, column)}`),
      '  }',
    ]),
  ];
  const rows = Object.entries(group.tables).map(([name, words]) => [
    code(name),
    words,
    kindOf(name),
  ]);
  return [['```mermaid', ...picture, '```'].join('\n'), list(['Table', 'Holds', 'Is'], rows)];
}

/** Where the key is the whole primary key, there is at most one such row. */
function many(table: Table, columns: readonly string[]): string {
  return table.primaryKey.join() === columns.join() ? 'o|' : 'o{';
}

function drawColumn(table: Table, { name, type, mayBeEmpty }: Column): string {
  const keys = [
    table.primaryKey.includes(name) ? 'PK' : '',
    table.foreignKeys.some((key) => key.columns.includes(name)) ? 'FK' : '',
    table.unique.some((columns) => columns.join() === name) ? 'UK' : '',
  ].filter((key) => key !== '');
  return [type, name, keys.join(', '), mayBeEmpty ? '"?"' : '']
    .filter((part) => part !== '')
    .join(' ');
}

function kindOf(table: string): string {
  if (table in projectedTables) return 'projection';
  return table in keptTables ? 'kept' : 'of this place';
}

function listIndexes(tables: readonly Table[]): string[][] {
  const rows = tables.flatMap(({ name, unique, indexes }) => [
    ...unique.map((columns) => ({ name, columns: columns.join(', '), isUnique: true })),
    ...indexes.map((index) => ({ name, columns: index.columns.join(', '), isUnique: false })),
  ]);
  return rows.map(({ name, columns, isUnique }) => {
    const use = uses[`${name} (${columns})`];
    if (!use)
      throw new Error(`scripts/schema/groups.ts does not say what ${name} (${columns}) is for.`);
    return [code(name), `${code(columns)}${isUnique ? ', unique' : ''}`, use];
  });
}

function code(text: string): string {
  return `\`${text}\``;
}

function list(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
