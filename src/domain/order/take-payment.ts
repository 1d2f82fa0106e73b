import { add, money, nothing, roundToStep, smaller, subtract } from '../money.ts';
import type { Money } from '../money.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { balanceOfOrder, billOfOrder, liveLines } from './bill-of-order.ts';
import { refuseUnless } from './change-order.ts';
import type { Order, OrderContext, Payment, TenderKind } from './order.ts';
import type { OrderEvent, ReceiptPlace } from './order-event.ts';

export type TakePayment = {
  readonly paymentId: string;
  readonly tenderId: string;
  readonly tender: string;
  readonly kind: TenderKind;
  /** What the guest hands over, in minor units. */
  readonly tendered: Money;
  /** How much of it is a tip, in minor units (P5). */
  readonly tip: Money;
};

/** What cash has to be handed over to settle a balance: rounded to the smallest coin (P4). */
export function cashDue(order: Order, balance: Money = balanceOfOrder(order)): Money {
  return roundToStep(balance, order.rules.cashStep);
}

/**
 * What a tender of this kind would pay, give back and leave; the screen's preview and the server's
 * decision are this one function (P1, P2, P4). Refusals: payment_is_nothing, card_exceeds_due,
 * tip_exceeds_tendered.
 */
export function applyTender(
  order: Order,
  input: Pick<TakePayment, 'kind' | 'tendered' | 'tip'>,
): Result<{ applied: Money; change: Money; rounding: Money; balance: Money }> {
  const balance = balanceOfOrder(order);
  if (input.tip > input.tendered) return refuse('tip_exceeds_tendered');
  const offered = subtract(input.tendered, input.tip);
  // A bill of 0 is settled by handing over nothing (M10).
  if (offered <= 0 && balance > 0 && !(input.kind === 'cash' && cashDue(order, balance) === 0)) {
    return refuse('payment_is_nothing');
  }
  if (input.kind !== 'cash') {
    if (offered > balance) return refuse('card_exceeds_due', { due: balance });
    return ok({
      applied: offered,
      change: nothing,
      rounding: nothing,
      balance: subtract(balance, offered),
    });
  }
  const due = cashDue(order, balance);
  if (offered >= due) {
    return ok({
      applied: balance,
      change: subtract(offered, due),
      rounding: subtract(due, balance),
      balance: nothing,
    });
  }
  // Rounding up may put the due above the balance: what is handed over between the two stays in the
  // drawer, so tendered = applied + rounding + change + tip always holds.
  const applied = smaller(offered, balance);
  return ok({
    applied,
    change: nothing,
    rounding: subtract(offered, applied),
    balance: subtract(balance, applied),
  });
}

/**
 * Takes a payment; one that leaves nothing to pay settles the order and takes the receipt number
 * (N1, P1–P4). Refusals: order_not_open, order_empty and those of `applyTender`.
 */
export function takePayment(
  order: Order,
  input: TakePayment,
  context: OrderContext & {
    readonly nextReceiptNumber: number;
    readonly hour: number;
    readonly place: ReceiptPlace;
  },
): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'takePayment');
  if (closed) return closed;
  if (liveLines(order).length === 0) return refuse('order_empty');
  const outcome = applyTender(order, input);
  if (!outcome.ok) return outcome;
  const { balance, ...amounts } = outcome.value;
  const payment: Payment = {
    ...input,
    ...amounts,
    at: context.at,
    by: context.by,
    businessDate: context.businessDate,
  };
  const fact = { orderId: order.orderId, at: context.at, by: context.by };
  const taken: OrderEvent = { type: 'payment_taken', ...fact, payment, balance };
  if (balance !== 0) return ok([taken]);
  const payments = [...order.payments, payment];
  return ok([
    taken,
    {
      type: 'order_settled',
      ...fact,
      businessDate: context.businessDate,
      receiptNumber: context.nextReceiptNumber,
      bill: billOfOrder(order),
      rounding: add(...payments.map((each) => each.rounding)),
      tips: add(...payments.map((each) => each.tip)),
      hour: context.hour,
      place: context.place,
    },
  ]);
}

/** Round sums of notes that a guest may well hand over for an amount, rising, the exact amount first. Notes in minor units. */
export function likelyTenders(due: Money, notes: readonly number[], count: number): Money[] {
  const found = new Set<number>([due]);
  for (const note of notes) found.add(Math.ceil(due / note) * note);
  return [...found]
    .sort((a, b) => a - b)
    .slice(0, count)
    .map(money);
}
