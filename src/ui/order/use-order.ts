import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { OrderState } from '../../contract/orders.ts';
import type { Bill } from '../../domain/bill/bill.ts';
import { balanceOfOrder, billOfOrder } from '../../domain/order/bill-of-order.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Money } from '../../domain/money.ts';
import { useSession } from '../app/session.ts';
import type { OrderQueue, QueueView } from './order-queue.ts';
import { previewOrder } from './preview-order.ts';
import { orderQuery, queueOf } from './queues.ts';

export type OrderOnScreen = {
  /** As it will be once what is on its way has arrived; undefined while nothing is open or known. */
  readonly order: Order | undefined;
  readonly bill: Bill | undefined;
  readonly balance: Money | undefined;
  /** The server's last word. */
  readonly known: OrderState | undefined;
  readonly queue: OrderQueue;
  readonly view: QueueView;
  readonly error: Error | null;
  readonly isLoading: boolean;
  readonly refetch: () => void;
  /** As `order`, but at this very moment: a second tap may come before the screen has drawn the first. */
  readonly peek: () => Order | undefined;
  /** The name behind a pseudonym in the order. */
  readonly nameOf: (alias: string) => string;
};

/** One order on this screen: what the server said last, and our own taps on top of it. */
export function useOrder(orderId: string, options: { isDraft?: boolean } = {}): OrderOnScreen {
  const client = useQueryClient();
  const { staffId, businessDate, name } = useSession();
  const queue = queueOf(orderId, client);
  const view = useSyncExternalStore(queue.subscribe, queue.view);
  const isOpening = view.pending.some((command) => command.do === 'open');
  const isOpened = !isOpening && (options.isDraft !== true || view.orderId !== orderId);
  const {
    data: known,
    error,
    refetch,
  } = useQuery({
    ...orderQuery(view.orderId, client),
    enabled: isOpened,
  });
  const base = known?.order;
  const preview = useCallback(
    (from: Order | undefined, pending: QueueView['pending']) =>
      previewOrder(from, pending, orderId, {
        at: Date.now(),
        by: { staffId, alias: '' },
        businessDate,
      }),
    [orderId, staffId, businessDate],
  );
  const order = useMemo(() => preview(base, view.pending), [preview, base, view.pending]);
  const peek = useCallback(() => {
    const now = queue.view();
    const state = client.getQueryData(orderQuery(now.orderId, client).queryKey);
    return preview(state?.order, now.pending);
  }, [queue, client, preview]);
  const bill = useMemo(() => (order ? billOfOrder(order) : undefined), [order]);
  const balance = order && bill ? balanceOfOrder(order, bill) : undefined;
  const names = known?.names;
  return {
    order,
    bill,
    balance,
    known,
    queue,
    view,
    error,
    isLoading: isOpened && !known && !error,
    refetch: () => void refetch(),
    peek,
    nameOf: (alias) => (alias === '' ? name : (names?.[alias] ?? '')),
  };
}
