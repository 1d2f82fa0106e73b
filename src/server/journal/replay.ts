import type { JournalEvent } from '../../domain/journal-event.ts';
import { isOrderEvent } from '../../domain/order/is-order-event.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Tx } from '../db/engine.ts';
import { DaySums } from '../projections/day-totals.ts';
import { projectOrderEvents } from '../projections/project-order.ts';
import { projectSaleImported } from '../projections/project-sale-imported.ts';
import { projectSettings } from '../projections/project-settings.ts';
import type { CheckedEntry } from './check-chain.ts';

/** Builds every projected table anew from the journal alone, by the projections that selling uses (J4). */
export async function replay(
  tx: Tx,
  site: string,
  entries: AsyncIterable<CheckedEntry>,
): Promise<number> {
  const openOrders = new Map<string, Order>();
  const sums = new DaySums(site);
  let count = 0;
  for await (const { event, position } of entries) {
    count += 1;
    if (isOrderEvent(event)) {
      const before = openOrders.get(event.orderId);
      const after = await projectOrderEvents(tx, site, before, [{ event, position }]);
      if (after.status === 'open' || after.status === 'billing')
        openOrders.set(event.orderId, after);
      else openOrders.delete(event.orderId);
    } else if (event.type === 'sale_imported') {
      await projectSaleImported(tx, site, event, position, sums);
    } else {
      await projectSettings(tx, site, event satisfies JournalEvent);
    }
  }
  await sums.write(tx);
  return count;
}
