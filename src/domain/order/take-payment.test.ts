import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  accepted,
  after,
  orderOf,
  pay,
  plainRules,
  preBilled,
  refusedWith,
  sent,
  settling,
  tax,
  withItem,
  item,
} from '../../../test/domain/play-order.ts';
import { money, nothing, splitEvenly } from '../money.ts';
import { balanceOfOrder, billOfOrder, paidOfOrder } from './bill-of-order.ts';
import { voidLine } from './change-order.ts';
import type { Order } from './order.ts';
import { applyTender, cashDue, likelyTenders } from './take-payment.ts';

const coins = { ...plainRules, cashStep: 5 };

function paymentOf(
  order: Order,
  ...args: [kind: 'cash' | 'card' | 'wallet', tendered: number, tip?: number]
) {
  const [event] = accepted(pay(order, ...args));
  if (event?.type !== 'payment_taken') throw new Error('no payment was taken');
  return event.payment;
}

describe('paying in cash', () => {
  it('P2: gives change: applied is the smaller of tendered and due, each kept apart', () => {
    expect(paymentOf(orderOf([1675]), 'cash', 2000)).toMatchObject({
      tendered: 2000,
      applied: 1675,
      change: 325,
      tip: 0,
      rounding: 0,
    });
  });

  it('P3: less than what is due leaves the rest open', () => {
    const order = orderOf([1675]);
    const events = accepted(pay(order, 'cash', 1000));
    expect(events).toMatchObject([{ type: 'payment_taken', balance: 675 }]);
    expect(after(order, pay(order, 'cash', 1000))).toMatchObject({ status: 'open' });
  });

  it('P5: a tip is taken out of what is handed over, before the change', () => {
    expect(paymentOf(orderOf([1675]), 'cash', 2000, 200)).toMatchObject({
      applied: 1675,
      tip: 200,
      change: 125,
    });
  });

  it('P5: a tip cannot be more than what was handed over', () => {
    expect(refusedWith(pay(orderOf([1675]), 'cash', 1000, 1001))).toBe('tip_exceeds_tendered');
  });

  it('P2: handing over nothing pays nothing', () => {
    expect(refusedWith(pay(orderOf([1675]), 'cash', 0))).toBe('payment_is_nothing');
    expect(refusedWith(pay(orderOf([1675]), 'cash', 500, 500))).toBe('payment_is_nothing');
  });
});

describe('paying by card or wallet', () => {
  it('P2: a card or wallet is never charged more than what is due', () => {
    for (const kind of ['card', 'wallet'] as const) {
      expect(refusedWith(pay(orderOf([1675]), kind, 1676))).toBe('card_exceeds_due');
    }
  });

  it('P2: unless the rest is chosen as a tip', () => {
    expect(paymentOf(orderOf([1675]), 'card', 1875, 200)).toMatchObject({
      tendered: 1875,
      applied: 1675,
      tip: 200,
      change: 0,
    });
  });

  it('P2: not a cent is charged without a word: nothing is silently capped', () => {
    expect(refusedWith(pay(orderOf([1675]), 'card', 1876, 200))).toBe('card_exceeds_due');
    expect(refusedWith(pay(orderOf([1675]), 'card', 0))).toBe('payment_is_nothing');
  });
});

describe('settling', () => {
  it('P1: an order is paid when its balance is 0, and not before', () => {
    const order = orderOf([1000]);
    const almost = after(order, pay(order, 'card', 999));
    expect(almost).toMatchObject({ status: 'open', receiptNumber: null });
    expect(balanceOfOrder(almost)).toBe(1);
    expect(after(almost, pay(almost, 'cash', 1))).toMatchObject({ status: 'paid' });
  });

  it('N1: the receipt number is given once, with the payment that settles', () => {
    const order = orderOf([1000]);
    const almost = after(order, pay(order, 'card', 600));
    const paid = after(almost, pay(almost, 'cash', 500));
    expect(almost.receiptNumber).toBeNull();
    expect(paid).toMatchObject({ receiptNumber: 41, settledAt: settling.at });
  });

  it('P3: several tenders settle one bill; receipt and journal hold its figures', () => {
    const order = withItem(orderOf([]), 'line-1', item(5000, { taxes: [tax(100_000)] }));
    const one = after(order, pay(order, 'card', 3000, 0));
    const events = accepted(pay(one, 'cash', 3000, 100));
    expect(events).toMatchObject([
      { type: 'payment_taken', balance: 0, payment: { applied: 2500, change: 400, tip: 100 } },
      {
        type: 'order_settled',
        receiptNumber: 41,
        tips: 100,
        rounding: 0,
        bill: { net: 5000, tax: 500, total: 5500 },
        place: settling.place,
      },
    ]);
  });

  it('M10: a bill of 0 is settled by handing over nothing, with number, receipt and tax row', () => {
    const order = withItem(orderOf([]), 'line-1', item(0, { taxes: [tax(100_000)] }));
    for (const kind of ['cash', 'card'] as const) {
      expect(accepted(pay(order, kind, 0))).toMatchObject([
        { payment: { tendered: 0, applied: 0, change: 0 } },
        { type: 'order_settled', receiptNumber: 41, bill: { total: 0, taxes: [{ tax: 0 }] } },
      ]);
    }
    expect(refusedWith(pay(order, 'card', 100))).toBe('card_exceeds_due');
  });

  it('P1: an order with nothing on it, or only struck lines, is cancelled, never paid', () => {
    const order = sent(orderOf([1000]));
    const strike = { lineId: 'line-1', quantity: 1, reason: 'x', splitLineId: 's' };
    const struck = after(order, voidLine(order, strike, { ...settling, approvedBy: null }));
    expect(refusedWith(pay(orderOf([]), 'cash', 0))).toBe('order_empty');
    expect(refusedWith(pay(struck, 'cash', 0))).toBe('order_empty');
  });

  it('P7: an order in billing is paid without more ado', () => {
    const billed = preBilled(orderOf([1000]));
    expect(after(billed, pay(billed, 'cash', 1000)).status).toBe('paid');
  });

  it('N2: the sale counts on the business date of its payment', () => {
    const order = { ...orderOf([1000]), businessDate: '2015-11-26' };
    expect(after(order, pay(order, 'cash', 1000)).businessDate).toBe('2015-11-27');
  });

  it('P3: even parts settle a bill exactly, whoever pays what', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 1_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        (total, guests) => {
          const paid = splitEvenly(money(total), guests).reduce<Order>(
            (order, part) => after(order, pay(order, 'card', part)),
            orderOf([total]),
          );
          expect(paid.status).toBe('paid');
          expect(paidOfOrder(paid)).toBe(total);
        },
      ),
    );
  });
});

describe('cash rounding', () => {
  it('P4: 47.02 is settled with 47.00 and 47.03 with 47.05, as a row of its own', () => {
    expect(paymentOf(orderOf([4702], coins), 'cash', 4700)).toMatchObject({
      applied: 4702,
      rounding: -2,
      change: 0,
    });
    expect(paymentOf(orderOf([4703], coins), 'cash', 5000)).toMatchObject({
      applied: 4703,
      rounding: 2,
      change: 295,
    });
  });

  it('P4: a card pays the exact amount', () => {
    expect(paymentOf(orderOf([4703], coins), 'card', 4703)).toMatchObject({ rounding: 0 });
    expect(refusedWith(pay(orderOf([4703], coins), 'card', 4705))).toBe('card_exceeds_due');
  });

  it('P4: rounds the cash part alone: after 20.00 by card, 27.03 is 27.05 in cash', () => {
    const order = orderOf([4703], coins);
    const rest = after(order, pay(order, 'card', 2000));
    expect(cashDue(rest)).toBe(2705);
    expect(paymentOf(rest, 'cash', 2705)).toMatchObject({ applied: 2703, rounding: 2 });
  });

  it('P4: a part in cash that does not settle is not rounded', () => {
    expect(paymentOf(orderOf([4703], coins), 'cash', 1001)).toMatchObject({
      applied: 1001,
      rounding: 0,
    });
  });

  it('P4: is never in the tax base, and stands in the settled bill', () => {
    const taxed = item(4275, { taxes: [tax(100_000)] });
    const order = withItem(orderOf([], coins), 'line-1', taxed);
    expect(accepted(pay(order, 'cash', 5000))).toMatchObject([
      { payment: { applied: 4703, rounding: 2, change: 295 } },
      { rounding: 2, bill: { net: 4275, tax: 428, total: 4703 } },
    ]);
  });

  it('P4: what is too small for any coin is settled with nothing, its rounding journaled', () => {
    expect(paymentOf(orderOf([2], coins), 'cash', 0)).toMatchObject({ applied: 2, rounding: -2 });
    expect(refusedWith(pay(orderOf([2], coins), 'card', 0))).toBe('payment_is_nothing');
  });

  it('P4: 47.04 put down for 47.03 leaves no cent unaccounted for', () => {
    expect(paymentOf(orderOf([4703], coins), 'cash', 4704)).toMatchObject({
      applied: 4703,
      rounding: 1,
      change: 0,
    });
  });
});

describe('every payment', () => {
  const anyPayment = fc.record({
    total: fc.nat(20_000),
    cashStep: fc.constantFrom(0, 1, 5, 10, 100),
    kind: fc.constantFrom('cash', 'card', 'wallet'),
    tendered: fc.nat(25_000),
    tip: fc.oneof(fc.constant(0), fc.nat(2000)),
  });

  it('P2: tendered = applied + rounding + change + tip, so the drawer is right to the cent', () => {
    fc.assert(
      fc.property(anyPayment, ({ total, cashStep, kind, tendered, tip }) => {
        const order = orderOf([total], { ...plainRules, cashStep });
        const offer = { kind, tendered: money(tendered), tip: money(tip) };
        const outcome = applyTender(order, offer);
        if (!outcome.ok) return;
        const { applied, change, rounding, balance } = outcome.value;
        expect(applied + rounding + change + tip).toBe(tendered);
        expect(applied + balance).toBe(total);
        expect(Math.min(applied, change, balance)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(rounding) * 2).toBeLessThanOrEqual(Math.max(0, cashStep));
        if (kind !== 'cash' || balance > 0) expect([change, rounding]).toEqual([0, 0]);
      }),
      { numRuns: 1000 },
    );
  });

  it('P2: the till’s preview and its decision are the same', () => {
    fc.assert(
      fc.property(anyPayment, ({ total, cashStep, kind, tendered, tip }) => {
        const order = orderOf([total], { ...plainRules, cashStep });
        const preview = applyTender(order, { kind, tendered: money(tendered), tip: money(tip) });
        const decision = pay(order, kind, tendered, tip);
        expect(decision.ok).toBe(preview.ok);
        if (!preview.ok || !decision.ok) return;
        const { balance, ...amounts } = preview.value;
        expect(decision.value[0]).toMatchObject({ balance, payment: amounts });
        expect(decision.value).toHaveLength(balance === 0 ? 2 : 1);
      }),
    );
  });

  it('P1: what is applied over all tenders is the bill, whatever order they come in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.array(anyPayment, { maxLength: 10 }),
        fc.constantFrom(0, 5),
        (total, offers, cashStep) => {
          let order = orderOf([total], { ...plainRules, cashStep });
          for (const { kind, tendered } of [
            ...offers,
            { kind: 'cash' as const, tendered: 30_000 },
          ]) {
            const result = pay(order, kind, tendered);
            if (result.ok) order = after(order, result);
          }
          expect(order.status).toBe('paid');
          expect(paidOfOrder(order)).toBe(billOfOrder(order).total);
          expect(balanceOfOrder(order)).toBe(nothing);
        },
      ),
    );
  });
});

describe('the notes a guest may well hand over', () => {
  const notes = [500, 1000, 2000, 5000];

  it('P2: start with the exact amount and rise', () => {
    expect(likelyTenders(money(1675), notes, 4)).toEqual([1675, 2000, 5000]);
    expect(likelyTenders(money(1230), notes, 4)).toEqual([1230, 1500, 2000, 5000]);
  });

  it('P2: say each amount once', () => {
    expect(likelyTenders(money(2000), notes, 4)).toEqual([2000, 5000]);
  });
});
