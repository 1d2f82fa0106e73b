import type { Reading } from '../../src/server/db/engine.ts';
import { keptTables, projectedTables } from '../../src/server/db/schema.ts';
import { journalLines } from '../../src/server/exports/journal-lines.ts';
import { menuRows } from '../../src/server/exports/menu-rows.ts';
import { saleRows } from '../../src/server/exports/sale-rows.ts';

const wholeTime = { from: '0001-01-01', to: '9999-12-31' };

/** Everything that a database holds and exports, in lines by what they are of; rows in an order that is not the engine's. */
export async function wholeContent(
  tx: Reading,
  site: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const content = new Map<string, readonly string[]>();
  const tables = { ...keptTables, ...projectedTables };
  for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
    const rows: unknown[] = await tx.all(tx.sql.selectFrom(table).selectAll());
    content.set(table, rows.map((row) => inWords(row as object)).sort());
  }
  content.set('the exported journal', await linesOf(journalLines(tx, site)));
  content.set('the exported menu', await linesOf(menuRows(tx)));
  content.set('the exported sales', await linesOf(saleRows(tx, site, wholeTime)));
  return content;
}

async function linesOf(rows: AsyncIterable<unknown>): Promise<string[]> {
  const lines: string[] = [];
  for await (const row of rows) lines.push(JSON.stringify(row));
  return lines;
}

/** Engines name a row's columns in orders of their own, and give bytes in types of their own. */
function inWords(row: object): string {
  const cells = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  ]);
  return JSON.stringify(cells.sort());
}
