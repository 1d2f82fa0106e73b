import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import { getOrder } from '../../contract/orders.ts';
import type { OrderState } from '../../contract/orders.ts';
import { getSession } from '../../contract/site.ts';
import type { Session } from '../../contract/site.ts';
import { call } from '../api/call.ts';
import { query } from '../api/query.ts';
import { isOvertaken, refetch } from '../api/refetch-touched.ts';
import { uuidv7 } from '../api/uuidv7.ts';
import { sendOrderCommand } from './order-command.ts';
import { createOrderQueue } from './order-queue.ts';
import type { OrderQueue } from './order-queue.ts';
import { setUnsaved } from './unsaved.ts';

/** They outlive the screens, so that leaving an order does not leave its taps behind. */
const queues = new Map<string, OrderQueue>();
const followed = new WeakSet<QueryClient>();

/** The queue of an order; one for the whole window, whichever screen asks. */
export function queueOf(orderId: string, client: QueryClient): OrderQueue {
  const known = queues.get(orderId);
  if (known) return known;
  resumeAfterSignIn(client);
  const queue = createOrderQueue(orderId, {
    send: sendOrderCommand,
    newKey: uuidv7,
    person: () => client.getQueryData<Session | null>([getSession.name, {}])?.staffId ?? null,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onAnswer: (state) => {
      queues.set(state.order.orderId, queue);
      const queryKey = orderKey(state.order.orderId);
      client.setQueryData(queryKey, (known) => newerOf(known, state));
      if (isOvertaken(state.order.orderId, state.seq)) refetch(client, { queryKey });
    },
    onRefused: (refusedId) => {
      void client.invalidateQueries({ queryKey: orderKey(refusedId) });
    },
  });
  queues.set(orderId, queue);
  queue.subscribe(countUnsaved);
  return queue;
}

function orderKey(orderId: string) {
  return query(getOrder, { params: { orderId } }).queryKey;
}

/** An answer that was overtaken on its way changes nothing. */
function newerOf(known: OrderState | undefined, state: OrderState): OrderState {
  return known && known.seq > state.seq ? known : state;
}

/** An order as the server has it. What it says is taken only while no tap of ours is in doubt, or it would count twice. */
export function orderQuery(orderId: string, client: QueryClient) {
  return queryOptions({
    queryKey: orderKey(orderId),
    queryFn: async ({ signal }): Promise<OrderState> => {
      const fetched = await call(getOrder, { params: { orderId } }, { signal });
      await queueOf(orderId, client).settled();
      return newerOf(client.getQueryData(orderKey(orderId)), fetched);
    },
  });
}

function resumeAfterSignIn(client: QueryClient): void {
  if (followed.has(client)) return;
  followed.add(client);
  let person: string | undefined;
  client.getQueryCache().subscribe(({ query: changed }) => {
    if (changed.queryKey[0] !== getSession.name) return;
    const now = (changed.state.data as Session | null | undefined)?.staffId; // getSession's answer
    if (now === person) return;
    person = now;
    if (now !== undefined) for (const queue of new Set(queues.values())) queue.resume();
  });
}

function countUnsaved(): void {
  const views = [...new Set(queues.values())].map((queue) => queue.view());
  setUnsaved({
    taps: views.reduce((sum, view) => sum + view.pending.length, 0),
    isStalled: views.some(
      (view) => view.pending.length > 0 && (view.stalledBy !== null || view.heldFor !== null),
    ),
  });
}
