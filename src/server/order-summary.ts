import type * as z from 'zod/mini';
import type { orderSummary } from '../contract/orders.ts';
import { money, subtract } from '../domain/money.ts';
import type { Dining, OrderStatus } from '../domain/order/order.ts';
import { namesOf } from './access/aliases.ts';
import type { Reading } from './db/engine.ts';
import { prepared } from './db/prepared.ts';
import type { Schema } from './db/schema.ts';

export type OrderSummary = z.infer<typeof orderSummary>;
type OrderRow = Schema['orders'];

const openOrders = prepared<Record<never, never>, OrderRow>((sql) =>
  sql
    .selectFrom('orders')
    .selectAll()
    .where('status', 'in', ['open', 'billing'])
    .orderBy('opened_at')
    .orderBy('order_id'),
);

/** All open orders, oldest first, from the figures that their own rows keep. */
export async function listOrderSummaries(tx: Reading): Promise<OrderSummary[]> {
  const rows = await tx.all(openOrders(tx.sql, {}));
  const names = await namesOf(
    tx,
    rows.map((row) => row.opened_alias),
  );
  return rows.map((row) => rowToSummary(row, names));
}

function rowToSummary(row: OrderRow, names: Readonly<Record<string, string>>): OrderSummary {
  const total = money(row.total);
  return {
    orderId: row.order_id,
    number: row.number,
    dining: row.dining as Dining,
    tableId: row.table_id,
    table: row.table_name,
    covers: row.covers,
    status: row.status as OrderStatus,
    openedAt: row.opened_at,
    openedBy: names[row.opened_alias] ?? '',
    preBillAt: row.pre_bill_at,
    items: row.items,
    total,
    balance: subtract(total, money(row.paid)),
  };
}
