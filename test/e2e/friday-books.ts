import type { SalesReport } from '../../src/contract/reports.ts';
import type { FridayLine, FridayOrder } from './friday.ts';

/** How an order of the data was served and paid on the screens. */
export type Served = {
  readonly order: FridayOrder;
  /** Empty for an order to go. */
  readonly table: string;
  /** Who took the money. */
  readonly cashier: string;
  readonly tenders: readonly [tender: string];
};

/**
 * What the report must say, added up here from the data alone and by other means than the till's: prices
 * include one tax, which rounds half away from zero once per order.
 */
export function expectedReport(
  served: readonly Served[],
  taxPpm: number,
): Partial<Record<keyof SalesReport, unknown>> {
  const lines = served.flatMap(({ order }) => order.lines);
  const total = worth(lines);
  const tax = sum(served.map(({ order }) => taxWithin(worth(order.lines), taxPpm)));
  const perOrder = (rows: readonly Served[]) => ({
    orders: rows.length,
    total: sum(rows.map(({ order }) => worth(order.lines))),
  });
  return {
    orders: served.length,
    lines: lines.length,
    items: sum(lines.map(({ quantity }) => quantity)),
    gross: total,
    discounts: 0,
    comps: 0,
    refunds: 0,
    service_charges: 0,
    tips: 0,
    rounding: 0,
    total,
    tax,
    net: total - tax,
    average_order: Math.round(total / served.length),
    by_tender: grouped(served, ({ tenders }) => tenders[0]).map(([tender, rows]) => ({
      tender,
      payments: rows.length,
      amount: perOrder(rows).total,
    })),
    by_category: grouped(lines, ({ category }) => category).map(([category, rows]) => ({
      category,
      ...items(rows),
    })),
    by_item: grouped(lines, ({ item, portion }) => `${item}\n${portion}`).map(([key, rows]) => {
      const [item = '', portion = ''] = key.split('\n');
      return { item, portion, category: rows[0]?.category ?? '', ...items(rows) };
    }),
    by_cashier: grouped(served, ({ cashier }) => cashier).map(([cashier, rows]) => ({
      cashier,
      ...perOrder(rows),
    })),
    by_table: grouped(
      served.filter(({ table }) => table !== ''),
      ({ table }) => table,
    ).map(([table, rows]) => ({
      table,
      ...perOrder(rows),
    })),
    voids: { lines: 0, items: 0, amount: 0 },
  };
}

function items(lines: readonly FridayLine[]): { items: number; total: number } {
  return { items: sum(lines.map(({ quantity }) => quantity)), total: worth(lines) };
}

function worth(lines: readonly FridayLine[]): number {
  return sum(lines.map(({ quantity, unitPrice }) => quantity * unitPrice));
}

/** gross · r ÷ (1 + r) in whole minor units, exactly. */
function taxWithin(gross: number, ppm: number): number {
  const [amount, rate, whole] = [BigInt(gross), BigInt(ppm), 1_000_000n + BigInt(ppm)];
  return Number((2n * amount * rate + whole) / (2n * whole));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  return [...Map.groupBy(all, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
