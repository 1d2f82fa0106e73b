import type { Reading } from '../db/engine.ts';
import { projectedTables } from '../db/schema.ts';
import type { Schema } from '../db/schema.ts';

export type Difference = { readonly table: string; readonly key: string; readonly problem: string };

type Row = Record<string, unknown>;
/** Enough to see what happened; a damaged table could differ in a million rows. */
const mostReported = 20;

/** Compares every projected table with the one rebuilt from the journal, row by row (J4); or other tables with their copies. */
export async function compareTables(
  kept: Reading,
  rebuilt: Reading,
  tables: Readonly<Partial<Record<keyof Schema, readonly string[]>>> = projectedTables,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [table, keys] of Object.entries(tables)) {
    await compareTable(kept, rebuilt, { table: table as keyof Schema, keys }, differences);
    if (differences.length >= mostReported) break;
  }
  return differences;
}

async function compareTable(
  kept: Reading,
  rebuilt: Reading,
  { table, keys }: { readonly table: keyof Schema; readonly keys: readonly string[] },
  differences: Difference[],
): Promise<void> {
  const left = rowsInOrder(kept, table, keys);
  const right = rowsInOrder(rebuilt, table, keys);
  let a = await left.next();
  let b = await right.next();
  while (!(a.done && b.done) && differences.length < mostReported) {
    const order = compareKeys(keys, a.done ? undefined : a.value, b.done ? undefined : b.value);
    if (order === 0 && !a.done && !b.done) {
      const columns = differingColumns(a.value, b.value);
      if (columns.length > 0) {
        differences.push({
          table,
          key: keyOf(keys, a.value),
          problem: `${columns.join(', ')} not as journaled`,
        });
      }
      a = await left.next();
      b = await right.next();
    } else if (order < 0 && !a.done) {
      differences.push({ table, key: keyOf(keys, a.value), problem: 'not in the journal' });
      a = await left.next();
    } else if (!b.done) {
      differences.push({ table, key: keyOf(keys, b.value), problem: 'missing from the table' });
      b = await right.next();
    }
  }
  await left.return?.();
  await right.return?.();
}

function rowsInOrder(
  tx: Reading,
  table: keyof Schema,
  keys: readonly string[],
): AsyncIterator<Row, undefined> {
  let query = tx.sql.selectFrom(table).selectAll();
  for (const key of keys) query = query.orderBy(key as never);
  return tx.each(query as never)[Symbol.asyncIterator]() as AsyncIterator<Row, undefined>;
}

/** Below 0 where the first comes earlier, by the keys in the order the database sorts them. */
function compareKeys(keys: readonly string[], a: Row | undefined, b: Row | undefined): number {
  if (!a || !b) return a ? -1 : 1;
  for (const key of keys) {
    const left = a[key];
    const right = b[key];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    // By bytes, as the database does: JavaScript compares UTF-16 units.
    return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
  }
  return 0;
}

function differingColumns(a: Row, b: Row): string[] {
  return Object.keys({ ...a, ...b }).filter((column) => !isSame(a[column], b[column]));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof Uint8Array && b instanceof Uint8Array && !Buffer.compare(a, b));
}

function keyOf(keys: readonly string[], row: Row): string {
  return keys.map((key) => String(row[key])).join(' / ');
}
