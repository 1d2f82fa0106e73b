import { applyOrderEvent } from '../../domain/order/apply-order-event.ts';
import type { Order } from '../../domain/order/order.ts';
import type { OrderEvent } from '../../domain/order/order-event.ts';
import type { EventOf } from '../../domain/journal-event.ts';
import type { Tx } from '../db/engine.ts';
import { prepared } from '../db/prepared.ts';
import type { JournalPosition } from '../journal/append.ts';
import { saveOrder } from './save-order.ts';
import { addSaleToDay } from './day-totals.ts';

const setCounter = prepared<{ site: string; name: string; value: number }, unknown>((sql, arg) =>
  sql
    .updateTable('counters')
    .set({ value: arg('value') })
    .where('site', '=', arg('site'))
    .where('name', '=', arg('name')),
);
const insertCounter = prepared<{ site: string; name: string; value: number }, unknown>((sql, arg) =>
  sql.insertInto('counters').values({ site: arg('site'), name: arg('name'), value: arg('value') }),
);

export const receiptCounter = 'receipt';
export function orderCounter(businessDate: string): string {
  return `order ${businessDate}`;
}

/** Sets the last number given in a series (N1). */
export async function moveCounter(
  tx: Tx,
  site: string,
  name: string,
  value: number,
): Promise<void> {
  const moved = await tx.run(setCounter(tx.sql, { site, name, value }));
  if (moved === 0) await tx.run(insertCounter(tx.sql, { site, name, value }));
}

/** Brings the tables from `before` through the events of one command; answers the order as it then is. */
export async function projectOrderEvents(
  tx: Tx,
  site: string,
  before: Order | undefined,
  events: readonly { readonly event: OrderEvent; readonly position: JournalPosition }[],
): Promise<Order> {
  let order = before;
  for (const { event, position } of events) {
    const after = applyOrderEvent(order, event);
    const settled = event.type === 'order_settled' ? event : undefined;
    await saveOrder(tx, order, after, { site, position, ...(settled ? { settled } : {}) });
    await projectFigures(tx, site, after, event);
    order = after;
  }
  if (!order) throw new Error('no event of this order');
  return order;
}

async function projectFigures(
  tx: Tx,
  site: string,
  order: Order,
  event: OrderEvent,
): Promise<void> {
  switch (event.type) {
    case 'order_opened':
      return moveCounter(tx, site, orderCounter(event.businessDate), event.number);
    case 'line_voided':
      return tx.addTo(
        'day_totals',
        { site, business_date: event.businessDate },
        { void_lines: 1, void_items: event.quantity, void_amount: event.amount },
      );
    case 'pre_bill_issued':
      return tx.addTo('day_totals', { site, business_date: order.businessDate }, { pre_bills: 1 });
    case 'order_settled':
      await moveCounter(tx, site, receiptCounter, event.receiptNumber);
      return addSettledOrder(tx, site, order, event);
    default:
      return undefined;
  }
}

async function addSettledOrder(
  tx: Tx,
  site: string,
  order: Order,
  event: EventOf<'order_settled'>,
): Promise<void> {
  const { bill } = event;
  const priced = new Map(bill.lines.map((line) => [line.lineId, line]));
  const lines = order.lines.filter((line) => line.voided === null);
  await addSaleToDay(tx, site, {
    businessDate: event.businessDate,
    hour: event.hour,
    cashier: event.by.alias,
    table: order.table,
    gross: bill.gross,
    discounts: bill.discounts,
    serviceCharges: bill.serviceCharge,
    tax: bill.tax,
    tips: event.tips,
    rounding: event.rounding,
    total: bill.total + event.rounding,
    lines: lines.map((line) => {
      const amounts = priced.get(line.lineId);
      return {
        item: line.name,
        portion: line.portion,
        category: line.category,
        quantity: line.quantity,
        total: (amounts?.gross ?? 0) - (amounts?.discount ?? 0),
      };
    }),
    payments: order.payments.map((payment) => ({
      tender: payment.tender,
      amount: payment.applied + payment.rounding,
    })),
    taxes: bill.taxes.map(({ name, ratePpm, base, tax }) => ({ name, ratePpm, base, tax })),
  });
}
