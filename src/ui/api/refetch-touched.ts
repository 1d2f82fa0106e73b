import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';
import type { StreamEvent } from '../../contract/journal.ts';
import { touchedBy } from './touched-by.ts';

/** The last event that this window heard of each order: the answer to a tap may come after what overtook it. */
const heard = new Map<string, number>();
const mostHeard = 500;

/** Whether more is known to have happened to this order than an answer of this sequence tells. */
export function isOvertaken(orderId: string, seq: number): boolean {
  return seq < (heard.get(orderId) ?? 0);
}

/** Marks what an event made stale; of orders, only the one it is about, unless its answer was here first. */
export function refetchTouched(client: QueryClient, event: StreamEvent): void {
  if (event.orderId !== null) remember(event.orderId, event.seq);
  const reads: readonly string[] =
    event.type in touchedBy ? touchedBy[event.type as keyof typeof touchedBy] : []; // `in` has proved it
  for (const read of reads) {
    const isOne = (read === 'getOrder' || read === 'getReceipt') && event.orderId !== null;
    const queryKey = isOne ? [read, { params: { orderId: event.orderId } }] : [read];
    const known = read === 'getOrder' ? client.getQueryData<{ seq: number }>(queryKey) : undefined;
    if (known && known.seq >= event.seq) continue;
    refetch(client, { queryKey });
  }
}

/**
 * Has answers fetched again. A first fetch that is under way is not started anew by that, and may have been
 * answered before what makes it stale: another follows it.
 */
export function refetch(client: QueryClient, filters: InvalidateQueryFilters = {}): void {
  const first = client
    .getQueryCache()
    .findAll(filters)
    .filter(({ state }) => state.data === undefined && state.fetchStatus === 'fetching');
  void client.invalidateQueries(filters);
  for (const { promise, queryKey } of first) {
    const again = () => client.invalidateQueries({ queryKey, exact: true });
    void promise?.then(again, again);
  }
}

function remember(orderId: string, seq: number): void {
  // The one that was heard of last stands last, so the first is the one to forget.
  heard.delete(orderId);
  heard.set(orderId, seq);
  if (heard.size > mostHeard) heard.delete(heard.keys().next().value ?? '');
}
