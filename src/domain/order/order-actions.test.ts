import { describe, expect, it } from 'vitest';
import {
  after,
  context,
  item,
  orderOf,
  pay,
  preBilled,
  sent,
  withItem,
} from '../../../test/domain/play-order.ts';
import type { Result } from '../result.ts';
import {
  addLine,
  cancelOrder,
  changeCovers,
  changeNote,
  changeQuantity,
  issuePreBill,
  removeLine,
  sendToKitchen,
  voidLine,
} from './change-order.ts';
import { isAllowed, orderActions } from './order-actions.ts';
import type { OrderAction } from './order-actions.ts';
import type { Order, OrderStatus } from './order.ts';

const added = { lineId: 'new', item: item(500), quantity: 1, note: '' };
const struck = { lineId: 'line-1', quantity: 1, reason: 'x', splitLineId: 's' };
const approved = { ...context, approvedBy: null };

/** Every verb there is, by the action it needs. A verb left out fails to compile. */
const verbs: Record<
  Exclude<OrderAction, 'viewReceipt'>,
  readonly ((order: Order) => Result<unknown>)[]
> = {
  addLine: [(order) => addLine(order, added, context)],
  changeLine: [
    (order) => changeQuantity(order, { lineId: 'line-1', by: 1 }, context),
    (order) => changeNote(order, { lineId: 'line-1', note: 'new' }, context),
    (order) => removeLine(order, { lineId: 'line-1' }, context),
  ],
  voidLine: [(order) => voidLine(order, struck, approved)],
  sendToKitchen: [(order) => sendToKitchen(order, context)],
  changeCovers: [(order) => changeCovers(order, 9, context)],
  issuePreBill: [(order) => issuePreBill(order, context)],
  takePayment: [(order) => pay(order, 'cash', 5000)],
  cancelOrder: [(order) => cancelOrder(order, 'x', context)],
};

const open = orderOf([1000]);
const closed: Readonly<Record<'paid' | 'cancelled', Order>> = {
  paid: after(open, pay(open, 'cash', 1000)),
  cancelled: after(orderOf([]), cancelOrder(orderOf([]), 'They left', context)),
};

describe('what is allowed in which status', () => {
  it('O9: the sample orders really are closed', () => {
    expect([closed.paid.status, closed.cancelled.status]).toEqual(['paid', 'cancelled']);
  });

  for (const [action, decisions] of Object.entries(verbs)) {
    it.each(decisions)(`O9: a closed order refuses ${action}, paid or cancelled`, (decide) => {
      for (const order of Object.values(closed)) {
        expect(decide(order)).toEqual({ ok: false, refusal: { code: 'order_not_open' } });
      }
    });

    it.each(decisions)(`O9: an open order never refuses ${action} for its status`, (decide) => {
      for (const order of [open, sent(open), preBilled(open), withItem(open, 'more', item(1))]) {
        const result = decide(order);
        if (!result.ok) expect(result.refusal.code).not.toBe('order_not_open');
      }
    });
  }

  it('O9: the table that lights the buttons says the same as the verbs', () => {
    const statuses: readonly OrderStatus[] = ['open', 'billing', 'paid', 'cancelled'];
    for (const action of Object.keys(verbs) as OrderAction[]) {
      expect(statuses.filter((status) => isAllowed(action, status))).toEqual(['open', 'billing']);
    }
    expect(orderActions.viewReceipt).toEqual(['paid']);
  });
});
