import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  context,
  item,
  manager,
  orderOf,
  pay,
  preBilled,
  refusedWith,
  sent,
  tax,
  withItem,
} from '../../../test/domain/play-order.ts';
import { balanceOfOrder, billOfOrder, liveLines } from './bill-of-order.ts';
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
import type { AddLine, VoidLine } from './change-order.ts';
import { orderLimits } from './order.ts';
import type { LineItem, Order } from './order.ts';

const approved = { ...context, approvedBy: manager };

function add(order: Order, change: Partial<AddLine> = {}): ReturnType<typeof addLine> {
  return addLine(
    order,
    { lineId: 'new', item: item(1250), quantity: 1, note: '', ...change },
    context,
  );
}

function strike(order: Order, change: Partial<VoidLine> = {}): ReturnType<typeof voidLine> {
  return voidLine(
    order,
    { lineId: 'line-1', quantity: 1, reason: 'Wrong table', splitLineId: 'struck', ...change },
    approved,
  );
}

describe('adding an item', () => {
  const taxed = item(1250, { taxes: [tax(100_000)] });
  const withOne = withItem(orderOf([]), 'line-1', taxed);

  it('M9: joins a line that is alike in everything, so two taps show 2 ×', () => {
    const order = after(withOne, add(withOne, { item: taxed, quantity: 2 }));
    expect(order.lines.map((line) => [line.lineId, line.quantity])).toEqual([['line-1', 3]]);
  });

  it.each<[string, Partial<LineItem>]>([
    ['item', { itemId: 'marinara' }],
    ['portion', { portionId: 'l' }],
    ['price', { unitPrice: item(1300).unitPrice }],
    ['name', { name: 'Margherita DOP' }],
    ['tax', { taxes: [tax(190_000)] }],
    ['tax count', { taxes: [] }],
    ['tax mode', { taxMode: 'inclusive' }],
  ])('M9: another %s stands on a line of its own', (_what, change) => {
    const order = after(withOne, add(withOne, { item: { ...taxed, ...change } }));
    expect(order.lines.map((line) => line.lineId)).toEqual(['line-1', 'new']);
  });

  it('M9: another note stands on a line of its own', () => {
    const order = after(withOne, add(withOne, { item: taxed, note: 'no basil' }));
    expect(order.lines).toHaveLength(2);
  });

  it('M9: what was sent, stands on a pre-bill or is voided is not joined', () => {
    for (const firm of [sent(withOne), preBilled(withOne)]) {
      expect(after(firm, add(firm, { item: taxed })).lines).toHaveLength(2);
    }
    const struck = after(sent(withOne), strike(sent(withOne)));
    expect(after(struck, add(struck, { item: taxed })).lines).toHaveLength(2);
  });

  it('M9: a price change while the table is open touches new lines only', () => {
    const order = after(
      withOne,
      add(withOne, { item: { ...taxed, unitPrice: item(1400).unitPrice } }),
    );
    expect(order.lines.map((line) => line.unitPrice)).toEqual([1250, 1400]);
  });

  it('O1: a line id that is on the order already is refused, not added again', () => {
    expect(refusedWith(add(withOne, { lineId: 'line-1' }))).toBe('line_exists');
  });

  it('M9: a line that would grow beyond its limit is followed by another', () => {
    const order = after(withOne, add(withOne, { item: taxed, quantity: orderLimits.quantity }));
    expect(order.lines.map((line) => line.quantity)).toEqual([1, orderLimits.quantity]);
  });

  it('O1: an order holds at most 500 lines; more of what is on it still fits', () => {
    const full = orderOf(Array.from({ length: orderLimits.lines }, () => 100));
    expect(refusedWith(add(full))).toBe('order_full');
    const more = after(full, add(full, { item: item(100, { itemId: 'item-3' }) }));
    expect(more.lines[2]?.quantity).toBe(2);
  });

  it('M1: an order never grows beyond what the till can add up', () => {
    const dear = item(10_000_000_000);
    let order = orderOf([]);
    let result = add(order, { item: dear, quantity: orderLimits.quantity });
    for (let line = 1; result.ok; line += 1) {
      order = after(order, result);
      result = add(order, { lineId: `l${line}`, item: dear, quantity: orderLimits.quantity });
    }
    expect(result.refusal.code).toBe('amount_too_large');
    expect(order.lines).toHaveLength(90);
    expect(billOfOrder(order).total).toBe(90 * 9999 * 10_000_000_000);
  });
});

describe('changing a quantity', () => {
  it('O1: two waiters who both tap + both count', () => {
    const order = orderOf([1250]);
    const seenByBoth = { lineId: 'line-1', by: 1 };
    const one = after(order, changeQuantity(order, seenByBoth, context));
    const two = after(one, changeQuantity(one, seenByBoth, context));
    expect(two.lines[0]?.quantity).toBe(3);
  });

  it('O3: taking the last one off an unsent line removes it, with its amount in the journal', () => {
    const order = orderOf([1250, 300]);
    const events = accepted(changeQuantity(order, { lineId: 'line-1', by: -1 }, context));
    expect(events).toMatchObject([{ type: 'line_removed', quantity: 1, amount: 1250 }]);
  });

  it('O3: adding and then removing nets to nothing', () => {
    const order = orderOf([1250]);
    const more = after(order, add(order, { item: item(990, { itemId: 'cola' }), quantity: 3 }));
    expect(after(more, removeLine(more, { lineId: 'new' }, context))).toEqual(order);
    const twice = after(order, changeQuantity(order, { lineId: 'line-1', by: 4 }, context));
    expect(after(twice, changeQuantity(twice, { lineId: 'line-1', by: -4 }, context))).toEqual(
      order,
    );
  });

  it('O1: never goes below 0 nor above the limit of a line', () => {
    const order = orderOf([1250]);
    const by = (difference: number) =>
      refusedWith(changeQuantity(order, { lineId: 'line-1', by: difference }, context));
    expect(by(-2)).toBe('quantity_too_large');
    expect(by(orderLimits.quantity)).toBe('quantity_too_large');
  });

  it('J1: a change of nothing journals nothing', () => {
    const order = orderOf([1250]);
    expect(accepted(changeQuantity(order, { lineId: 'line-1', by: 0 }, context))).toEqual([]);
    expect(accepted(changeNote(order, { lineId: 'line-1', note: '' }, context))).toEqual([]);
    expect(accepted(changeCovers(order, 2, context))).toEqual([]);
  });

  it('O3: a line that is not there, is voided or was sent is refused, each by its own name', () => {
    const order = orderOf([1250]);
    const onTheWay = sent(order);
    const struck = after(onTheWay, strike(onTheWay));
    const change = (of: Order, lineId = 'line-1') =>
      refusedWith(changeQuantity(of, { lineId, by: -1 }, context));
    expect(change(order, 'nowhere')).toBe('line_not_found');
    expect(change(onTheWay)).toBe('line_firm');
    expect(change(struck)).toBe('line_voided');
    expect(refusedWith(removeLine(order, { lineId: 'nowhere' }, context))).toBe('line_not_found');
    expect(refusedWith(removeLine(onTheWay, { lineId: 'line-1' }, context))).toBe('line_firm');
  });

  it('M1: refuses what the till could not add up', () => {
    let order = withItem(orderOf([]), 'line-1', item(9_000_000_000_000));
    order = after(order, changeQuantity(order, { lineId: 'line-1', by: 999 }, context));
    expect(refusedWith(changeQuantity(order, { lineId: 'line-1', by: 1 }, context))).toBe(
      'amount_too_large',
    );
  });
});

describe('voiding', () => {
  const table = sent(withItem(orderOf([1250]), 'pasta', item(990, { itemId: 'pasta' }), 4));

  it('O3: before it was sent a line is removed, not voided', () => {
    expect(refusedWith(strike(orderOf([1250])))).toBe('line_not_firm');
  });

  it('O3: after it was sent it stays visible, struck through, with reason and both people', () => {
    const order = after(table, strike(table));
    expect(order.lines[0]).toMatchObject({
      lineId: 'line-1',
      quantity: 1,
      voided: { reason: 'Wrong table', by: context.by, approvedBy: manager },
    });
    expect(billOfOrder(order).total).toBe(4 * 990);
  });

  it('O3: reducing 4 to 2 after send is a void of 2, beside what is left', () => {
    const order = after(table, strike(table, { lineId: 'pasta', quantity: 2 }));
    expect(order.lines.map((line) => [line.lineId, line.quantity, line.voided !== null])).toEqual([
      ['line-1', 1, false],
      ['pasta', 2, false],
      ['struck', 2, true],
    ]);
    expect(billOfOrder(order).total).toBe(1250 + 2 * 990);
  });

  it('J1: the journal holds what was taken off and its amount', () => {
    expect(accepted(strike(table, { lineId: 'pasta', quantity: 3 }))).toMatchObject([
      { type: 'line_voided', name: 'Margherita', quantity: 3, amount: 2970, afterPreBill: false },
    ]);
  });

  it('O3: refuses a line that is not there, is voided already, or has not that many', () => {
    const struck = after(table, strike(table));
    expect(refusedWith(strike(table, { lineId: 'nowhere' }))).toBe('line_not_found');
    expect(refusedWith(strike(struck))).toBe('line_voided');
    expect(refusedWith(strike(table, { lineId: 'pasta', quantity: 5 }))).toBe('quantity_too_large');
  });

  it('O1: the struck part takes an id that no other line has', () => {
    const half: Partial<VoidLine> = { lineId: 'pasta', quantity: 2, splitLineId: 'line-1' };
    expect(refusedWith(strike(table, half))).toBe('line_exists');
  });

  it('P7: what stands on a pre-bill is voided too, and the journal says so', () => {
    const billed = preBilled(orderOf([1250]));
    expect(accepted(strike(billed))).toMatchObject([{ afterPreBill: true, approvedBy: manager }]);
    expect(refusedWith(removeLine(billed, { lineId: 'line-1' }, context))).toBe('line_firm');
  });
});

describe('what a part payment has paid for', () => {
  const paidHalf = (() => {
    const order = sent(orderOf([1000, 1000]));
    return after(order, pay(order, 'card', 1000));
  })();

  it('P3: cannot be voided away; the table would be owed money that nobody counts', () => {
    expect(refusedWith(strike(paidHalf))).toBe('below_paid');
  });

  it('P1: not even to exactly 0: only a payment settles', () => {
    const order = sent(withItem(orderOf([1000]), 'extra', item(1, { itemId: 'mint' })));
    const paid = after(order, pay(order, 'card', 1000));
    expect(refusedWith(strike(paid, { lineId: 'extra' }))).toBe('below_paid');
  });

  it('O3: nor can an unsent line be taken back below it', () => {
    const order = orderOf([1000, 1000]);
    const paid = after(order, pay(order, 'cash', 1500));
    expect(refusedWith(removeLine(paid, { lineId: 'line-2' }, context))).toBe('below_paid');
  });

  it('P3: what is not yet paid for can', () => {
    const order = sent(orderOf([1000, 1000]));
    const paid = after(order, pay(order, 'card', 999));
    expect(balanceOfOrder(after(paid, strike(paid)))).toBe(1);
  });
});

describe('notes', () => {
  it('K1: a note can still change after send; the journal holds both', () => {
    const order = sent(orderOf([1250]));
    const events = accepted(changeNote(order, { lineId: 'line-1', note: 'no basil' }, context));
    expect(events).toMatchObject([{ type: 'line_note_changed', from: '', to: 'no basil' }]);
  });

  it('O3: not on a line that is voided or not there', () => {
    const order = sent(orderOf([1250]));
    const struck = after(order, strike(order));
    const change = (of: Order, lineId: string) =>
      refusedWith(changeNote(of, { lineId, note: 'x' }, context));
    expect(change(struck, 'line-1')).toBe('line_voided');
    expect(change(order, 'nowhere')).toBe('line_not_found');
  });
});

describe('sending to the kitchen', () => {
  it('K1: sends what was not sent yet, and nothing the second time', () => {
    const first = sent(orderOf([1250]));
    expect(accepted(sendToKitchen(first, context))).toEqual([]);
    const more = withItem(first, 'cola', item(300, { itemId: 'cola' }), 2);
    expect(accepted(sendToKitchen(more, context))).toMatchObject([
      { type: 'lines_sent', lines: [{ lineId: 'cola', quantity: 2 }] },
    ]);
  });

  it('K1: a line voided from the pre-bill before it was sent is not cooked', () => {
    const billed = preBilled(orderOf([1250, 990]));
    const struck = after(billed, strike(billed));
    expect(accepted(sendToKitchen(struck, context))).toMatchObject([
      { lines: [{ lineId: 'line-2' }] },
    ]);
  });
});

describe('the pre-bill', () => {
  it('P7: takes no number, is counted with its total, and puts the order to billing', () => {
    const order = orderOf([1250, 990]);
    expect(accepted(issuePreBill(order, context))).toMatchObject([{ count: 1, total: 2240 }]);
    const twice = preBilled(preBilled(order));
    expect(twice).toMatchObject({
      status: 'billing',
      preBills: 2,
      preBillTotal: 2240,
      receiptNumber: null,
    });
  });

  it('P7: adding an item clears billing; count and total are kept', () => {
    const billed = preBilled(orderOf([1250]));
    expect(withItem(billed, 'cola', item(300))).toMatchObject({
      status: 'open',
      preBills: 1,
      preBillAt: null,
      preBillTotal: 1250,
    });
  });

  it('P7: a void, a note or more covers do not clear billing', () => {
    const billed = preBilled(orderOf([1250, 990]));
    const changes = [
      strike(billed),
      changeNote(billed, { lineId: 'line-1', note: 'x' }, context),
      changeCovers(billed, 5, context),
      sendToKitchen(billed, context),
    ];
    for (const change of changes) expect(after(billed, change).status).toBe('billing');
  });

  it('P7: an order with nothing to charge has none', () => {
    const onlyStruck = sent(orderOf([1250]));
    const empty = after(onlyStruck, strike(onlyStruck));
    expect(refusedWith(issuePreBill(orderOf([]), context))).toBe('order_empty');
    expect(refusedWith(issuePreBill(empty, context))).toBe('order_empty');
  });
});

describe('cancelling', () => {
  it('O4: frees a table at which nothing was sold; what was voided stays visible', () => {
    const order = sent(orderOf([1250]));
    const struck = after(order, strike(order));
    const cancelled = after(struck, cancelOrder(struck, 'They left', context));
    expect(cancelled.status).toBe('cancelled');
    expect(cancelled.lines).toHaveLength(1);
    expect(liveLines(cancelled)).toHaveLength(0);
  });

  it('O4: not while anything is charged or paid', () => {
    const order = orderOf([1250]);
    expect(refusedWith(cancelOrder(order, 'x', context))).toBe('order_not_empty');
    const paid = after(order, pay(order, 'cash', 100));
    expect(refusedWith(cancelOrder({ ...paid, lines: [] }, 'x', context))).toBe('order_not_empty');
  });
});
