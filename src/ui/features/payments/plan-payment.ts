import { add, nothing, subtract } from '../../../domain/money.ts';
import type { Money } from '../../../domain/money.ts';
import { balanceOfOrder } from '../../../domain/order/bill-of-order.ts';
import type { Order, TenderKind } from '../../../domain/order/order.ts';
import { applyTender, cashDue } from '../../../domain/order/take-payment.ts';
import type { Refusal } from '../../../domain/result.ts';

export type PaymentPlan = {
  /** What settles the rest with this kind of tender, tip and cash rounding included. */
  readonly due: Money;
  readonly tendered: Money;
  readonly tip: Money;
  readonly change: Money;
  /** What is left to pay afterwards. */
  readonly rest: Money;
  readonly refusal: Refusal | undefined;
  /** What a card was asked beyond the bill: it may be chosen as the tip, and is never silently capped (P2). */
  readonly excess: Money;
};

/** What a payment would do, by the function that the server decides with (P1, P2, P4, P5). */
export function planPayment(
  order: Order,
  kind: TenderKind,
  typed: Money | undefined,
  tip: Money,
): PaymentPlan {
  const balance = balanceOfOrder(order);
  const due = add(kind === 'cash' ? cashDue(order, balance) : balance, tip);
  const tendered = typed ?? due;
  const outcome = applyTender(order, { kind, tendered, tip });
  const isAbove = kind !== 'cash' && tendered > due;
  return {
    due,
    tendered,
    tip,
    change: outcome.ok ? outcome.value.change : nothing,
    rest: outcome.ok ? outcome.value.balance : balance,
    refusal: outcome.ok ? undefined : outcome.refusal,
    excess: isAbove ? subtract(tendered, due) : nothing,
  };
}
