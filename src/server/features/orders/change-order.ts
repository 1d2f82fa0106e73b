import type { OrderState } from '../../../contract/orders.ts';
import type { Order, OrderContext } from '../../../domain/order/order.ts';
import type { OrderEvent } from '../../../domain/order/order-event.ts';
import type { Result } from '../../../domain/result.ts';
import { plain } from '../../access/session.ts';
import { businessDateOf } from '../../business-day.ts';
import type { Reading } from '../../db/engine.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordOrderEvents } from '../../journal/record.ts';
import { loadSite } from '../../load-site.ts';
import { findOrder } from '../../projections/find-order.ts';
import { orRefuse, Refused } from '../../refused.ts';
import { orderState } from './order-state.ts';

/** An order of the till. Refusal: order_not_found. */
export async function loadOrder(tx: Reading, orderId: string): Promise<Order> {
  const order = await findOrder(tx, orderId);
  if (!order) throw new Refused('order_not_found');
  return order;
}

/** What the domain is told of this command's moment and person. */
export async function orderContext(context: CommandContext): Promise<OrderContext> {
  const { at, who, tx } = context;
  return { at, by: plain(who), businessDate: businessDateOf(at, await loadSite(tx)) };
}

/** Loads an order, lets the domain decide, journals and projects what it says, and answers the new state. */
export async function changeOrder(
  context: CommandContext,
  orderId: string,
  decide: (order: Order, facts: OrderContext) => Result<OrderEvent[]>,
): Promise<OrderState> {
  const { deps, tx } = context;
  const before = await loadOrder(tx, orderId);
  const events = orRefuse(decide(before, await orderContext(context)));
  const after = await recordOrderEvents(deps, tx, before, events);
  return orderState(deps, tx, after);
}
