import type { Bound, Database, Reading } from '../db/engine.ts';
import { keptTables, projectedTables } from '../db/schema.ts';
import type { Schema } from '../db/schema.ts';

/** Every table with its keys: first those that others refer to, last the journal's head, by which a copy is complete. */
export const copiedTables: Readonly<Record<string, readonly string[]>> = {
  ...projectedTables,
  ...keptTables,
};

const rowsPerCommit = 2_000;

type Row = Record<string, Bound>;
type Key = readonly Bound[];

/**
 * Copies every table in the order of its keys, some thousand rows a commit. Where an earlier copy was cut
 * off it goes on behind the last row that is there. `progress` hears how many rows of a table are copied.
 * An older schema has fewer tables.
 */
export async function copyTables(
  from: Reading,
  to: Database,
  progress: (table: string, rows: number) => void = () => {},
  tables = copiedTables,
): Promise<void> {
  for (const [name, keys] of Object.entries(tables)) {
    const table = name as keyof Schema;
    let rows = 0;
    for await (const chunk of chunks(from, table, keys, await lastKey(to, table, keys))) {
      const columns = Object.keys(chunk[0] ?? {}) as never[];
      await to.write((tx) =>
        tx.insertRows(
          table,
          columns,
          chunk.map((row) => columns.map((column) => row[column] as Bound)),
        ),
      );
      rows += chunk.length;
      progress(table, rows);
    }
  }
}

async function* chunks(
  from: Reading,
  table: keyof Schema,
  keys: readonly string[],
  after: Key | undefined,
): AsyncGenerator<Row[]> {
  let query = from.sql.selectFrom(table).selectAll();
  for (const key of keys) query = query.orderBy(key as never);
  if (after) {
    // (a, b) > (x, y), written out: not every engine finds its index for a row of values.
    query = query.where((eb) =>
      eb.or(
        keys.map((key, i) =>
          eb.and([
            ...keys.slice(0, i).map((equal, j) => eb(equal as never, '=', after[j] as never)),
            eb(key as never, '>', after[i] as never),
          ]),
        ),
      ),
    );
  }
  let chunk: Row[] = [];
  for await (const row of from.each(query) as AsyncIterable<Row>) {
    chunk.push(row);
    if (chunk.length === rowsPerCommit) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

async function lastKey(
  to: Database,
  table: keyof Schema,
  keys: readonly string[],
): Promise<Key | undefined> {
  return to.read(async (tx) => {
    let query = tx.sql.selectFrom(table).selectAll().limit(1);
    for (const key of keys) query = query.orderBy(key as never, 'desc');
    const row = (await tx.first(query)) as Row | undefined;
    return row && keys.map((key) => row[key] as Bound);
  });
}
