import { applyOrderEvent } from '../../domain/order/apply-order-event.ts';
import * as verbs from '../../domain/order/change-order.ts';
import type { Order, OrderContext } from '../../domain/order/order.ts';
import type { OrderEvent } from '../../domain/order/order-event.ts';
import { ok } from '../../domain/result.ts';
import type { Result } from '../../domain/result.ts';
import type { OrderCommand } from './order-command.ts';

/** Said aloud only by the server; until it has answered, an order has no number. */
export const noNumberYet = 0;

/**
 * The order as it will be once the server has taken what is on its way: the server's own functions
 * over its last answer. What the domain refuses changes nothing here; the server will say why.
 * Payments, pre-bills and approved voids are never shown before the server has committed them (S2).
 */
export function previewOrder(
  known: Order | undefined,
  commands: readonly OrderCommand[],
  orderId: string,
  context: OrderContext,
): Order | undefined {
  return commands.reduce<Order | undefined>((order, command) => {
    const events = decide(order, command, orderId, context);
    if (!events.ok) return order;
    return events.value.reduce<Order | undefined>(applyOrderEvent, order);
  }, known);
}

function decide(
  order: Order | undefined,
  command: OrderCommand,
  orderId: string,
  context: OrderContext,
): Result<readonly OrderEvent[]> {
  if (command.do === 'open') {
    // Opened already, here or by somebody else at the same table: that order is the one (O5).
    if (order) return ok([]);
    const { dining, tableId, table, covers, rules } = command;
    return verbs.openOrder(
      { orderId, number: noNumberYet, dining, tableId, table, covers, rules },
      context,
    );
  }
  if (!order) return ok([]);
  switch (command.do) {
    case 'addLine':
      return verbs.addLine(order, command, context);
    case 'changeQuantity':
      return verbs.changeQuantity(order, command, context);
    case 'changeNote':
      return verbs.changeNote(order, command, context);
    case 'voidLine':
      return command.approval
        ? ok([])
        : verbs.voidLine(order, command, { ...context, approvedBy: null });
    case 'send':
      return verbs.sendToKitchen(order, context);
    case 'changeCovers':
      return verbs.changeCovers(order, command.covers, context);
    case 'preBill':
    case 'cancel':
    case 'pay':
      return ok([]);
  }
}
