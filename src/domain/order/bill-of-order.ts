import { computeBill } from '../bill/bill.ts';
import type { Bill } from '../bill/bill.ts';
import { add, nothing, subtract, times } from '../money.ts';
import type { Money } from '../money.ts';
import type { Order, OrderLine } from './order.ts';

/** Lines that are charged: all but the voided (O4). */
export function liveLines(order: Order): readonly OrderLine[] {
  return order.lines.filter((line) => line.voided === null);
}

// An order is never changed, only succeeded by another, so its bill is computed once.
const bills = new WeakMap<Order, Bill>();

/** The bill of an order as it stands, from its own snapshots and the rules it was opened under (M3, M8). */
export function billOfOrder(order: Order): Bill {
  const known = bills.get(order);
  if (known) return known;
  const bill = computeBill(
    liveLines(order).map((line) => ({
      lineId: line.lineId,
      gross: times(line.unitPrice, line.quantity),
      discount: nothing,
      taxes: line.taxes,
      taxMode: line.taxMode,
    })),
    order.rules,
  );
  bills.set(order, bill);
  return bill;
}

export function paidOfOrder(order: Order): Money {
  return add(...order.payments.map((payment) => payment.applied));
}

/** What is still to be paid; an order is settled when this is 0, and by nothing else (P1). */
export function balanceOfOrder(order: Order, bill: Bill = billOfOrder(order)): Money {
  return subtract(bill.total, paidOfOrder(order));
}
