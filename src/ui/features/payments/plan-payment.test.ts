import { expect, test } from 'vitest';
import { money } from '../../../domain/money.ts';
import { applyOrderEvent } from '../../../domain/order/apply-order-event.ts';
import type { Order } from '../../../domain/order/order.ts';
import { planPayment } from './plan-payment.ts';

function bill(total: number, cashStep = 0): Order {
  const fact = { orderId: 'order', at: 1, by: { staffId: 'maya', alias: '' } };
  const opened = applyOrderEvent(undefined, {
    ...fact,
    type: 'order_opened',
    number: 1,
    businessDate: '2026-11-27',
    dining: 'here',
    tableId: null,
    table: '',
    covers: 0,
    rules: { taxRounding: 'rate', rounding: 'half_away', cashStep },
  });
  return applyOrderEvent(opened, {
    ...fact,
    type: 'line_added',
    lineId: 'line',
    item: {
      itemId: 'menu',
      name: 'Menu of the day',
      categoryId: 'food',
      category: 'Food',
      portionId: 'one',
      portion: '',
      unitPrice: money(total),
      taxes: [],
      taxMode: 'inclusive',
    },
    quantity: 1,
    note: '',
  });
}
const none = money(0);

test('nothing typed pays exactly what is due', () => {
  expect(planPayment(bill(4270), 'cash', undefined, none)).toMatchObject({
    tendered: 4270,
    change: 0,
    rest: 0,
    refusal: undefined,
  });
});

test('P2: cash gives change, a tip is kept back from it', () => {
  expect(planPayment(bill(4270), 'cash', money(5000), none)).toMatchObject({ change: 730 });
  expect(planPayment(bill(4270), 'cash', money(5000), money(200))).toMatchObject({
    due: 4470,
    change: 530,
  });
});

test('P3: less than is due leaves the rest', () => {
  expect(planPayment(bill(4270), 'card', money(2000), none)).toMatchObject({ rest: 2270 });
});

test('P2: a card above the balance is refused, and the excess offered as the tip', () => {
  const above = planPayment(bill(4270), 'card', money(5000), none);
  expect(above).toMatchObject({ refusal: { code: 'card_exceeds_due' }, excess: 730 });
  const tipped = planPayment(bill(4270), 'card', money(5000), above.excess);
  expect(tipped).toMatchObject({ refusal: undefined, excess: 0, rest: 0 });
});

test('P4: only cash is rounded to the smallest coin', () => {
  expect(planPayment(bill(4702, 5), 'cash', undefined, none)).toMatchObject({ due: 4700, rest: 0 });
  expect(planPayment(bill(4702, 5), 'card', undefined, none)).toMatchObject({ due: 4702, rest: 0 });
});
