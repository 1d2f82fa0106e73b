import { Temporal } from 'temporal-polyfill';
import { namesOf } from '../access/aliases.ts';
import type { Reading } from '../db/engine.ts';
import type { Schema } from '../db/schema.ts';
import { loadSite } from '../load-site.ts';
import { amountText } from '../safe-csv.ts';
import type { CsvCell } from '../safe-csv.ts';

export const saleExportColumns = [
  'order',
  'date',
  'time',
  'category',
  'item',
  'portion',
  'modifiers',
  'quantity',
  'unit_price',
  'discount',
  'tax',
  'tip',
  'tender',
  'covers',
  'dining',
  'cashier',
  'table',
  'receipt',
  'business_date',
  'tax_included',
] as const;
export type SaleExportRow = Readonly<Record<(typeof saleExportColumns)[number], CsvCell>>;
type Range = { readonly from: string; readonly to: string };

/**
 * A row for each line that was sold, in the sales file's own columns, and after them what only the till
 * knows: receipt, business date, and whether the tax is inside the price. One business day at a time, so
 * that many years need no more memory than one day.
 */
export async function* saleRows(
  tx: Reading,
  site: string,
  { from, to }: Range,
): AsyncIterable<SaleExportRow> {
  const { exponent, timeZone } = await loadSite(tx);
  const days = await tx.all(
    tx.sql
      .selectFrom('day_totals')
      .select('business_date')
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .where('orders', '>', 0)
      .orderBy('business_date'),
  );
  for (const { business_date: date } of days) {
    const { orders, lines, payments, names } = await loadDay(tx, date);
    for (const order of orders) {
      const at = Temporal.Instant.fromEpochMilliseconds(order.settled_at ?? order.opened_at);
      const local = at.toZonedDateTimeISO(timeZone);
      const tenders = new Set((payments.get(order.order_id) ?? []).map(({ tender }) => tender));
      for (const [i, line] of (lines.get(order.order_id) ?? []).entries()) {
        yield {
          order: order.external ?? `R${order.receipt_number}`,
          date: local.toPlainDate().toString(),
          time: local.toPlainTime().toString({ smallestUnit: 'second' }),
          category: line.category,
          item: line.name,
          portion: line.portion,
          modifiers: order.source === 'import' ? line.note : '',
          quantity: line.quantity,
          unit_price: amountText(line.unit_price, exponent),
          discount: amountText(line.discount, exponent),
          tax: amountText(line.tax, exponent),
          tip: i === 0 ? amountText(order.tips, exponent) : '',
          tender: [...tenders].join(' + '),
          covers: order.covers,
          dining: order.dining,
          cashier: names[order.settled_alias ?? ''] ?? '',
          table: order.table_name,
          receipt: order.receipt_number ?? '',
          business_date: order.business_date,
          tax_included: line.tax_mode === 'inclusive' ? 'yes' : 'no',
        };
      }
    }
  }
}

type Day = {
  readonly orders: readonly Schema['orders'][];
  readonly lines: ReadonlyMap<string, readonly Schema['order_lines'][]>;
  readonly payments: ReadonlyMap<
    string,
    readonly Pick<Schema['payments'], 'order_id' | 'tender'>[]
  >;
  readonly names: Readonly<Record<string, string>>;
};

async function loadDay(tx: Reading, date: string): Promise<Day> {
  const orders = await tx.all(
    tx.sql
      .selectFrom('orders')
      .selectAll()
      .where('business_date', '=', date)
      .where('status', '=', 'paid')
      .orderBy('settled_at')
      .orderBy('order_id'),
  );
  const lines = await tx.all(
    tx.sql
      .selectFrom('orders')
      .innerJoin('order_lines', 'order_lines.order_id', 'orders.order_id')
      .selectAll('order_lines')
      .where('orders.business_date', '=', date)
      .where('orders.status', '=', 'paid')
      .where('order_lines.void_at', 'is', null)
      .orderBy('order_lines.position'),
  );
  const payments = await tx.all(
    tx.sql
      .selectFrom('orders')
      .innerJoin('payments', 'payments.order_id', 'orders.order_id')
      .select(['payments.order_id', 'payments.tender'])
      .where('orders.business_date', '=', date)
      .where('orders.status', '=', 'paid')
      .orderBy('payments.position'),
  );
  return {
    orders,
    lines: Map.groupBy(lines, (line) => line.order_id),
    payments: Map.groupBy(payments, (payment) => payment.order_id),
    names: await namesOf(
      tx,
      orders.map((order) => order.settled_alias ?? ''),
    ),
  };
}
