import type { Floor } from '../../../contract/floor.ts';
import { tableStatus } from '../../../domain/floor/floor.ts';
import type { Deps } from '../../deps.ts';
import type { Reading } from '../../db/engine.ts';
import { journalHead } from '../../journal/append.ts';
import { listOrderSummaries } from '../../order-summary.ts';
import { listAreas, listTables } from './load-floor.ts';

/** The floor as it is now; a table's status follows from its open order alone (O7). */
export async function readFloor(deps: Deps, tx: Reading): Promise<Floor> {
  const orders = await listOrderSummaries(tx);
  const orderByTable = new Map(orders.map((order) => [order.tableId, order]));
  return {
    areas: await listAreas(tx),
    tables: (await listTables(tx)).map((table) => {
      const order = orderByTable.get(table.tableId);
      return { ...table, status: tableStatus(order), order: order ?? null };
    }),
    counter: orders.filter((order) => order.tableId === null),
    seq: (await journalHead(tx, deps.site)).seq,
  };
}
