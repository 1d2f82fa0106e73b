import { describe, expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { billOfOrder } from '../../domain/order/bill-of-order.ts';
import type { LineItem, Order } from '../../domain/order/order.ts';
import type { OrderCommand } from './order-command.ts';
import { noNumberYet, previewOrder } from './preview-order.ts';
import { canUndo, undoOf } from './undo-of.ts';

const context = { at: 1000, by: { staffId: 'maya', alias: '' }, businessDate: '2026-11-27' };
const open: OrderCommand = {
  do: 'open',
  dining: 'here',
  tableId: 't7',
  table: '7',
  covers: 2,
  rules: { taxRounding: 'rate', rounding: 'half_away', cashStep: 0 },
};

function item(name: string, unitPrice: number): LineItem {
  return {
    itemId: name,
    name,
    categoryId: 'pizza',
    category: 'Pizza',
    portionId: `${name} s`,
    portion: '',
    unitPrice: money(unitPrice),
    taxes: [{ taxId: 'vat', name: 'VAT', ratePpm: 100_000 }],
    taxMode: 'inclusive',
  };
}
const add = (lineId: string, name: string, quantity = 1): OrderCommand => ({
  do: 'addLine',
  lineId,
  item: item(name, 1250),
  quantity,
  note: '',
});

function play(...commands: OrderCommand[]): Order {
  const order = previewOrder(undefined, commands, 'order', context);
  if (!order) throw new Error('nothing was opened');
  return order;
}

describe('the order before the server has answered', () => {
  test('M11: totals come from the domain’s own functions', () => {
    const order = play(open, add('a', 'Margherita'), add('b', 'Hawaiian'), {
      do: 'changeQuantity',
      lineId: 'b',
      by: 2,
    });
    expect(billOfOrder(order)).toMatchObject({ total: 5000, tax: 455 });
    expect(order).toMatchObject({ orderId: 'order', table: '7', number: noNumberYet });
  });

  test('M9: the same item twice is one line, as the server will have it', () => {
    const order = play(open, add('a', 'Margherita'), add('b', 'Margherita'));
    expect(order.lines).toMatchObject([{ lineId: 'a', quantity: 2 }]);
  });

  test('O5: an order that somebody opened meanwhile is kept, and gets our lines', () => {
    const theirs = play(open, add('a', 'Margherita'));
    const order = previewOrder(theirs, [open, add('b', 'Hawaiian')], 'order', context);
    expect(order?.lines.map((line) => line.name)).toEqual(['Margherita', 'Hawaiian']);
  });

  test('what the domain refuses changes nothing', () => {
    const before = play(open, add('a', 'Margherita'), { do: 'send' });
    const commands: OrderCommand[] = [
      { do: 'changeQuantity', lineId: 'a', by: -1 },
      { do: 'changeQuantity', lineId: 'gone', by: 1 },
    ];
    expect(previewOrder(before, commands, 'order', context)).toEqual(before);
  });

  test('S2: a payment is never shown before the server has it', () => {
    const before = play(open, add('a', 'Margherita'));
    const payment = {
      paymentId: 'p',
      tenderId: 'cash',
      tendered: money(1250),
      tip: money(0),
    };
    expect(previewOrder(before, [{ do: 'pay', payment }], 'order', context)).toEqual(before);
  });

  test('U3: a void that needs a PIN waits for the server, one’s own does not', () => {
    const before = play(open, add('a', 'Margherita', 2), { do: 'send' });
    const own: OrderCommand = {
      do: 'voidLine',
      lineId: 'a',
      quantity: 1,
      reason: 'Wrong item',
      splitLineId: 'a2',
    };
    const approved: OrderCommand = { ...own, approval: { staffId: 'marco', pin: '1234' } };
    expect(previewOrder(before, [approved], 'order', context)).toEqual(before);
    expect(previewOrder(before, [own], 'order', context)?.lines).toMatchObject([
      { lineId: 'a', quantity: 1, voided: null },
      { lineId: 'a2', quantity: 1, voided: { reason: 'Wrong item' } },
    ]);
  });
});

describe('taking a tap back', () => {
  const undoAfter = (before: Order | undefined, command: OrderCommand) => {
    const commands = before ? [command] : [open, command];
    const after = previewOrder(before, commands, 'order', context);
    if (!after) throw new Error('nothing was opened');
    const undo = undoOf(command, before, after, () => 'new id');
    return { after, undo };
  };

  test.each<[string, OrderCommand]>([
    ['an added item', add('b', 'Hawaiian')],
    ['an item that joined a line', add('b', 'Margherita', 3)],
    ['a quantity', { do: 'changeQuantity', lineId: 'a', by: -1 }],
    ['a note', { do: 'changeNote', lineId: 'a', note: 'no olives' }],
    ['the guests', { do: 'changeCovers', covers: 5 }],
  ])('%s: everything is as before', (_what, command) => {
    const before = play(open, add('a', 'Margherita', 2));
    const { after, undo } = undoAfter(before, command);
    expect(after).not.toEqual(before);
    expect(undo && previewOrder(after, [undo], 'order', context)).toEqual(before);
  });

  test('a removed line comes back, under a new id', () => {
    const before = play(open, add('a', 'Margherita', 2));
    const { after, undo } = undoAfter(before, { do: 'changeQuantity', lineId: 'a', by: -2 });
    expect(after.lines).toEqual([]);
    const back = undo && previewOrder(after, [undo], 'order', context);
    expect(back?.lines).toMatchObject([{ lineId: 'new id', name: 'Margherita', quantity: 2 }]);
  });

  test('the first item of an order leaves it empty', () => {
    const { after, undo } = undoAfter(undefined, add('a', 'Margherita'));
    expect(undo && previewOrder(after, [undo], 'order', context)?.lines).toEqual([]);
  });

  test('O3: what the kitchen was told is not taken back by an edit', () => {
    const before = play(open, add('a', 'Margherita'));
    expect(undoAfter(before, { do: 'send' }).undo).toBeUndefined();
    const { undo } = undoAfter(before, { do: 'changeQuantity', lineId: 'a', by: 1 });
    const sent = previewOrder(before, [{ do: 'send' }], 'order', context);
    expect(undo && canUndo(undo, before)).toBe(true);
    expect(undo && sent && canUndo(undo, sent)).toBe(false);
  });
});
