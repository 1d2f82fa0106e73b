import type { Order } from '../../domain/order/order.ts';
import type { Reading, Sql, Tx } from '../db/engine.ts';

type Remembered = { readonly seq: number; readonly order: Order };

/** More orders than any house has open at once. */
const mostRemembered = 300;
const recentBySql = new WeakMap<Sql, Map<string, Remembered>>();

/**
 * The order as this process last left it, if `seq` (its last change as the tables have it, read in this
 * very transaction) says that nobody, in whichever process, has changed it since.
 */
export function recallOrder(tx: Reading, orderId: string, seq: number): Order | undefined {
  const known = recentBySql.get(tx.sql)?.get(orderId);
  return known?.seq === seq ? known.order : undefined;
}

/** Keeps an order for its next change, which then need not read every line of it; only once this work is durable. */
export function rememberOrder(tx: Tx, order: Order, seq: number): void {
  tx.afterCommit(() => {
    const recent = recentBySql.get(tx.sql) ?? new Map<string, Remembered>();
    recentBySql.set(tx.sql, recent);
    // What was used last stands last, so the first is the one to forget.
    recent.delete(order.orderId);
    recent.set(order.orderId, { seq, order });
    if (recent.size > mostRemembered) recent.delete(recent.keys().next().value ?? '');
  });
}
