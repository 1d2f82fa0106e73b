import { randomBytes } from 'node:crypto';
import type { SaleImported } from '../src/domain/journal-event.ts';
import { money } from '../src/domain/money.ts';
import { recordImportedSales } from '../src/server/journal/record.ts';
import { newId } from '../src/server/new-id.ts';
import { closeTill, createLog, openTill } from '../src/server/open-till.ts';
import { DaySums } from '../src/server/projections/day-totals.ts';
import { addDays } from '../src/server/business-day.ts';

const salesPerCommit = 20_000;
const firstDay = '2021-01-01';
export const syntheticDays = 1_826;

/** The business dates that the synthetic orders are spread over: five years. */
export const syntheticRange = { from: firstDay, to: addDays(firstDay, syntheticDays - 1) };

/** Fills a prepared data directory with sales of the past, journaled and projected as an import does it. */
export async function fillWithSales(
  directory: string,
  count: number,
  progress: (done: number) => void,
): Promise<void> {
  const deps = await openTill({ directory }, createLog('silent'));
  try {
    const start = Date.parse(`${firstDay}T10:00:00Z`);
    const perDay = Math.ceil(count / syntheticDays);
    for (let done = 0; done < count; done += salesPerCommit) {
      const batch = Array.from({ length: Math.min(salesPerCommit, count - done) }, (_, i) =>
        sale(done + i, perDay, start),
      );
      await deps.database.write(async (tx) => {
        const sums = new DaySums(deps.site);
        await recordImportedSales(deps, tx, batch, sums);
        await sums.write(tx);
      });
      progress(done + batch.length);
    }
  } finally {
    await closeTill(deps);
  }
}

const dishes = Array.from({ length: 40 }, (_, i) => ({
  name: `Dish ${i}`,
  category: `Category ${i % 6}`,
  portion: ['Small', 'Medium', 'Large'][i % 3] ?? '',
  price: 450 + i * 37,
}));

/** The n-th of them: one to three lines, at an hour between noon and midnight. */
function sale(n: number, perDay: number, start: number): SaleImported {
  const day = Math.floor(n / perDay);
  const hour = 12 + (n % 12);
  const soldAt = start + day * 86_400_000 + (n % perDay) * 60_000;
  const lines = Array.from({ length: 1 + (n % 3) }, (_, i) => {
    const dish = dishes[(n * 7 + i * 13) % dishes.length] as (typeof dishes)[number];
    const quantity = 1 + ((n + i) % 2);
    return {
      name: dish.name,
      category: dish.category,
      portion: dish.portion,
      modifiers: [],
      quantity,
      unitPrice: money(dish.price),
      discount: money(0),
      tax: money(Math.round(dish.price * quantity * 0.07)),
    };
  });
  const total = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  return {
    type: 'sale_imported',
    at: start,
    by: null,
    orderId: newId(soldAt, randomBytes),
    external: `synthetic-${n}`,
    soldAt,
    businessDate: addDays(firstDay, day),
    hour,
    dining: n % 3 === 0 ? 'to_go' : 'here',
    covers: 2,
    table: n % 3 === 0 ? '' : `T${n % 14}`,
    cashier: '',
    tender: n % 2 === 0 ? 'Cash' : 'Card',
    pricesIncludeTax: true,
    tip: money(0),
    total: money(total),
    lines,
  };
}
