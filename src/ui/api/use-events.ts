import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState } from 'react';
import type { StreamEvent } from '../../contract/journal.ts';
import { followEvents } from './event-stream.ts';
import type { Connection } from './event-stream.ts';
import { touchedBy } from './touched-by.ts';

/** How the screen stands to the server; provided by the app. */
export const ConnectionContext = createContext<Connection>('reconnecting');

export function useConnection(): Connection {
  return use(ConnectionContext);
}

/** Follows the server while somebody is signed in; used once, by the app. */
export function useEvents(): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('reconnecting');
  useEffect(
    () =>
      followEvents({
        onEvent: (event) => refetchTouched(client, event),
        onConnection: (next) => {
          setConnection(next);
          // The stream also ends when the session does; then the lock screen comes.
          if (next === 'reconnecting') void client.invalidateQueries({ queryKey: ['getSession'] });
        },
        onGap: () => void client.invalidateQueries(),
      }),
    [client],
  );
  return connection;
}

/** Marks what an event made stale; of orders, only the one it is about. */
function refetchTouched(client: QueryClient, event: StreamEvent): void {
  const reads: readonly string[] =
    event.type in touchedBy ? touchedBy[event.type as keyof typeof touchedBy] : []; // `in` has proved it
  for (const read of reads) {
    const isOne = (read === 'getOrder' || read === 'getReceipt') && event.orderId !== null;
    void client.invalidateQueries({
      queryKey: isOne ? [read, { params: { orderId: event.orderId } }] : [read],
    });
  }
}
