import type { BillRules, LineTax } from '../../src/domain/bill/bill.ts';
import { money, nothing } from '../../src/domain/money.ts';
import {
  addLine,
  issuePreBill,
  openOrder,
  sendToKitchen,
} from '../../src/domain/order/change-order.ts';
import { applyOrderEvent } from '../../src/domain/order/apply-order-event.ts';
import type { OrderEvent } from '../../src/domain/order/order-event.ts';
import type { LineItem, Order, TenderKind } from '../../src/domain/order/order.ts';
import { takePayment } from '../../src/domain/order/take-payment.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import type { Result } from '../../src/domain/result.ts';

export const waiter = { staffId: 'ana', alias: 'alias-of-ana' };
export const manager = { staffId: 'max', alias: 'alias-of-max' };
export const context = { at: 1_448_650_800_000, by: waiter, businessDate: '2015-11-27' };
export const settling = {
  ...context,
  nextReceiptNumber: 41,
  hour: 19,
  place: { name: 'Pizzeria', address: '1 Main Street', currency: 'USD', exponent: 2 },
};

export const plainRules: BillRules = { taxRounding: 'rate', rounding: 'half_away', cashStep: 0 };

export function tax(ratePpm: number, taxId = `tax-${ratePpm}`): LineTax {
  return { taxId, name: `Tax ${ratePpm / 10_000} %`, ratePpm };
}

export function item(unitPrice: number, change: Partial<LineItem> = {}): LineItem {
  return {
    itemId: 'margherita',
    name: 'Margherita',
    categoryId: 'pizza',
    category: 'Pizza',
    portionId: 'm',
    portion: 'Medium',
    unitPrice: money(unitPrice),
    taxes: [],
    taxMode: 'exclusive',
    ...change,
  };
}

/** The events of a decision that must succeed. */
export function accepted(result: Result<OrderEvent[]>): OrderEvent[] {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

/** The code of a decision that must be refused. */
export function refusedWith(result: Result<unknown>): RefusalCode {
  if (result.ok) throw new Error('was not refused');
  return result.refusal.code;
}

/** The order after a decision that must succeed. */
export function after(order: Order, result: Result<OrderEvent[]>): Order {
  return accepted(result).reduce<Order>((state, event) => applyOrderEvent(state, event), order);
}

/** A table's order with one line for each price, in minor units; lines are called line-1, line-2 … */
export function orderOf(prices: readonly number[], rules: BillRules = plainRules): Order {
  const opened = accepted(
    openOrder(
      {
        orderId: 'order-1',
        number: 7,
        dining: 'here',
        tableId: 'table-5',
        table: '5',
        covers: 2,
        rules,
      },
      context,
    ),
  );
  const empty = opened.reduce<Order | undefined>(applyOrderEvent, undefined);
  if (!empty) throw new Error('an order opens with its first event');
  return prices.reduce(
    (order, price, i) => withItem(order, `line-${i + 1}`, item(price, { itemId: `item-${i + 1}` })),
    empty,
  );
}

export function withItem(order: Order, lineId: string, what: LineItem, quantity = 1): Order {
  return after(order, addLine(order, { lineId, item: what, quantity, note: '' }, context));
}

export function sent(order: Order): Order {
  return after(order, sendToKitchen(order, context));
}

export function preBilled(order: Order): Order {
  return after(order, issuePreBill(order, context));
}

export function pay(
  order: Order,
  kind: TenderKind,
  tendered: number,
  tip = 0,
): Result<OrderEvent[]> {
  return takePayment(
    order,
    {
      paymentId: `payment-${order.payments.length + 1}`,
      tenderId: kind,
      tender: kind,
      kind,
      tendered: money(tendered),
      tip: tip === 0 ? nothing : money(tip),
    },
    settling,
  );
}
