import type { QueryClient } from '@tanstack/react-query';
import type { StreamEvent } from '../../contract/journal.ts';
import { touchedBy } from './touched-by.ts';

/** Marks what an event made stale; of orders, only the one it is about, unless its answer was here first. */
export function refetchTouched(client: QueryClient, event: StreamEvent): void {
  const reads: readonly string[] =
    event.type in touchedBy ? touchedBy[event.type as keyof typeof touchedBy] : []; // `in` has proved it
  for (const read of reads) {
    const isOne = (read === 'getOrder' || read === 'getReceipt') && event.orderId !== null;
    const queryKey = isOne ? [read, { params: { orderId: event.orderId } }] : [read];
    const known = read === 'getOrder' ? client.getQueryData<{ seq: number }>(queryKey) : undefined;
    if (known && known.seq >= event.seq) continue;
    void client.invalidateQueries({ queryKey });
  }
}
