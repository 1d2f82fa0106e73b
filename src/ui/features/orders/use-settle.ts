import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Money } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/site/site.ts';
import { useSession } from '../../app/session.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { cashOf } from './use-order-taps.ts';
import type { OrderTaps } from './use-order-taps.ts';

export type Settle = ReturnType<typeof useSettle>;

/** Cash straight from the order screen, locked while the server commits it. */
export function useSettle(
  desk: OrderOnScreen,
  taps: OrderTaps,
  tenders: readonly Tender[] | undefined,
) {
  const { may } = useSession();
  const [, go] = useLocation();
  const [isPaying, setPaying] = useState(false);
  const isLocked = useRef(false);
  const cash = tenders?.find((tender) => tender.kind === 'cash' && tender.active);
  const hasLines = desk.order?.lines.some((line) => line.voided === null) ?? false;
  const canPay = may('payments.take') && hasLines;

  const payCash = async (tendered: Money) => {
    if (!cash || !canPay || isLocked.current) return;
    isLocked.current = true;
    setPaying(true);
    try {
      const state = await taps.payCash(cash.tenderId, tendered);
      go(`/orders/${state.order.orderId}/pay`, { replace: true });
    } catch {
      // The queue keeps the refusal, which stands beside the order.
    } finally {
      isLocked.current = false;
      setPaying(false);
    }
  };

  return {
    isPaying,
    canPay,
    hasCash: cash !== undefined,
    payCash: (tendered: Money) => void payCash(tendered),
    payExact: () => {
      const order = desk.peek();
      if (order) void payCash(cashOf(order).due);
    },
  };
}
