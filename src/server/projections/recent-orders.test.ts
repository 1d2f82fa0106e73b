import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOrder } from '../../domain/order/change-order.ts';
import { applyOrderEvent } from '../../domain/order/apply-order-event.ts';
import type { Order } from '../../domain/order/order.ts';
import { openTestTill } from '../test-till.ts';
import type { TestTill } from '../test-till.ts';
import { recallOrder, rememberOrder } from './recent-orders.ts';

let till: TestTill;
beforeAll(async () => (till = await openTestTill()));
afterAll(() => till.close());

function newOrder(): Order {
  const by = { staffId: till.ownerId, alias: 'somebody' };
  const opened = openOrder(
    {
      orderId: till.newKey(),
      number: 1,
      dining: 'to_go',
      tableId: null,
      table: '',
      covers: 1,
      rules: { taxRounding: 'rate', rounding: 'half_away', cashStep: 0 },
    },
    { at: till.clock.now(), by, businessDate: '2026-03-13' },
  );
  if (!opened.ok || !opened.value[0]) throw new Error('not opened');
  return applyOrderEvent(undefined, opened.value[0]);
}

const recall = (order: Order, seq: number): Promise<Order | undefined> =>
  till.deps.database.read(async (tx) => recallOrder(tx, order.orderId, seq));

describe('remembering orders', () => {
  test('an order is remembered as of its last change, and not once somebody else changed it', async () => {
    const order = newOrder();
    await till.deps.database.write(async (tx) => rememberOrder(tx, order, 7));
    expect(await recall(order, 7)).toBe(order);
    expect(await recall(order, 8)).toBeUndefined();
    expect(await recall(newOrder(), 7)).toBeUndefined();
  });

  test('a change that was rolled back is not remembered', async () => {
    const order = newOrder();
    const refused = till.deps.database.write(async (tx) => {
      rememberOrder(tx, order, 7);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await recall(order, 7)).toBeUndefined();
  });
});
