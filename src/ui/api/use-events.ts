import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState } from 'react';
import { followEvents } from './event-stream.ts';
import type { Connection } from './event-stream.ts';
import { tellTillVersion } from './till-version.ts';
import { refetch, refetchTouched } from './refetch-touched.ts';

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
        onGap: () => refetch(client),
        onVersion: tellTillVersion,
      }),
    [client],
  );
  return connection;
}
