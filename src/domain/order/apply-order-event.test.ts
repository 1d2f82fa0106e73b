import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  accepted,
  context,
  item,
  manager,
  pay,
  plainRules,
  tax,
} from '../../../test/domain/play-order.ts';
import { add, times } from '../money.ts';
import type { Result } from '../result.ts';
import { applyOrderEvent } from './apply-order-event.ts';
import { balanceOfOrder, billOfOrder, liveLines, paidOfOrder } from './bill-of-order.ts';
import {
  addLine,
  cancelOrder,
  changeCovers,
  changeNote,
  changeQuantity,
  issuePreBill,
  openOrder,
  removeLine,
  sendToKitchen,
  voidLine,
} from './change-order.ts';
import type { OrderEvent } from './order-event.ts';
import type { Order } from './order.ts';

type Step = (order: Order, index: number) => Result<OrderEvent[]>;

const menu = [
  item(1250, { taxes: [tax(100_000)] }),
  item(390, { itemId: 'cola', taxes: [tax(190_000)], taxMode: 'inclusive' }),
  item(725, { itemId: 'salad', taxes: [tax(45_000, 'state'), tax(15_000, 'city')] }),
  item(0, { itemId: 'water' }),
];

const nth = (order: Order, which: number): string =>
  order.lines[which % Math.max(1, order.lines.length)]?.lineId ?? 'none';

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 }), fc.constantFrom('', 'no onion')).map(
    ([which, quantity, note]): Step =>
      (order, index) =>
        addLine(
          order,
          { lineId: `line-${index}`, item: menu[which] ?? item(1), quantity, note },
          context,
        ),
  ),
  fc.tuple(fc.nat(9), fc.integer({ min: -4, max: 4 })).map(
    ([which, by]): Step =>
      (order) =>
        changeQuantity(order, { lineId: nth(order, which), by }, context),
  ),
  fc.nat(9).map(
    (which): Step =>
      (order) =>
        removeLine(order, { lineId: nth(order, which) }, context),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom('', 'well done')).map(
    ([which, note]): Step =>
      (order) =>
        changeNote(order, { lineId: nth(order, which), note }, context),
  ),
  fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 4 })).map(
    ([which, quantity]): Step =>
      (order, index) =>
        voidLine(
          order,
          { lineId: nth(order, which), quantity, reason: 'x', splitLineId: `struck-${index}` },
          { ...context, approvedBy: manager },
        ),
  ),
  fc.nat(8).map(
    (covers): Step =>
      (order) =>
        changeCovers(order, covers, context),
  ),
  fc.constant<Step>((order) => sendToKitchen(order, context)),
  fc.constant<Step>((order) => issuePreBill(order, context)),
  fc.tuple(fc.constantFrom('cash', 'card', 'wallet'), fc.nat(3000), fc.nat(100)).map(
    ([kind, tendered, tip]): Step =>
      (order) =>
        pay(order, kind, tendered, tip),
  ),
  fc.constant<Step>((order) => cancelOrder(order, 'They left', context)),
);

const opening = accepted(
  openOrder(
    {
      orderId: 'order-1',
      number: 7,
      dining: 'here',
      tableId: 'table-5',
      table: '5',
      covers: 2,
      rules: { ...plainRules, cashStep: 5 },
    },
    context,
  ),
);

function replay(events: readonly OrderEvent[]): Order {
  const order = events.reduce<Order | undefined>(applyOrderEvent, undefined);
  if (!order) throw new Error('no events');
  return order;
}

/** Plays the steps that are not refused; calls back after each with the order before and after it. */
function play(
  steps: readonly Step[],
  seen: (before: Order, after: Order, events: readonly OrderEvent[]) => void,
): { order: Order; events: OrderEvent[] } {
  const events = [...opening];
  let order = replay(events);
  steps.forEach((step, index) => {
    const result = step(order, index);
    if (!result.ok) return;
    const before = order;
    order = result.value.reduce<Order>((state, event) => applyOrderEvent(state, event), order);
    events.push(...result.value);
    seen(before, order, result.value);
  });
  return { order, events };
}

const evenings = fc.array(anyStep, { maxLength: 40 });

describe('an order told from its journal', () => {
  it('J4: replaying what was written gives the same order, whatever happened to it', () => {
    fc.assert(
      fc.property(evenings, (steps) => {
        const { order, events } = play(steps, () => {});
        const written: OrderEvent[] = JSON.parse(JSON.stringify(events));
        expect(replay(written)).toEqual(order);
      }),
      { numRuns: 500 },
    );
  });

  it('P1: at every step an open order owes more than nothing once a part is paid, and a paid one owes 0', () => {
    fc.assert(
      fc.property(evenings, (steps) => {
        play(steps, (_before, order) => {
          const balance = balanceOfOrder(order);
          if (order.status === 'paid') expect(balance).toBe(0);
          else if (paidOfOrder(order) > 0) expect(balance).toBeGreaterThan(0);
          expect(order.receiptNumber !== null).toBe(order.status === 'paid');
        });
      }),
      { numRuns: 500 },
    );
  });

  it('O3: nothing that was sent ever leaves the order, it is at most struck through', () => {
    fc.assert(
      fc.property(evenings, (steps) => {
        const sentQuantity = (order: Order) =>
          order.lines
            .filter((line) => line.sentAt !== null)
            .reduce((sum, line) => sum + line.quantity, 0);
        play(steps, (before, order) => {
          expect(sentQuantity(order)).toBeGreaterThanOrEqual(sentQuantity(before));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('J1: every void and removal is in the journal with the amount that came off the bill', () => {
    fc.assert(
      fc.property(evenings, (steps) => {
        play(steps, (before, order, events) => {
          const worth = (of: Order) =>
            add(...liveLines(of).map((line) => times(line.unitPrice, line.quantity)));
          for (const event of events) {
            if (event.type !== 'line_voided' && event.type !== 'line_removed') continue;
            expect(worth(before) - worth(order)).toBe(event.amount);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('N1: a line id stands for one line, for ever', () => {
    fc.assert(
      fc.property(evenings, (steps) => {
        const { order } = play(steps, () => {});
        expect(new Set(order.lines.map((line) => line.lineId)).size).toBe(order.lines.length);
      }),
    );
  });

  it('M8: the settled bill is the bill of the order, and stays so', () => {
    fc.assert(
      fc.property(evenings, (steps) => {
        const payAll: Step = (order) => pay(order, 'cash', 1_000_000);
        const { order, events } = play([...steps, payAll], () => {});
        const settled = events.find((event) => event.type === 'order_settled');
        expect(settled !== undefined).toBe(order.status === 'paid');
        if (settled?.type === 'order_settled') {
          expect(settled.bill).toEqual(billOfOrder(order));
          expect(settled.tips).toBe(add(...order.payments.map((each) => each.tip)));
          expect(settled.rounding).toBe(add(...order.payments.map((each) => each.rounding)));
        }
      }),
    );
  });

  it('J1: an event before the opening is a fault, not an order made of nothing', () => {
    const [cover] = accepted(changeCovers(replay(opening), 5, context));
    expect(() => applyOrderEvent(undefined, cover as OrderEvent)).toThrow('before order_opened');
  });
});
