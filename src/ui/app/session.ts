import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback } from 'react';
import type { Session } from '../../contract/site.ts';
import { getSession, getWelcome, signOut } from '../../contract/site.ts';
import type { Permission } from '../../domain/permission.ts';
import { call } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { tellTillVersion } from '../api/till-version.ts';

export const welcomeQuery = queryOptions({
  queryKey: [getWelcome.name, {}] as const,
  queryFn: async ({ signal }) => {
    const welcome = await call(getWelcome, {}, { signal });
    tellTillVersion(welcome.version);
    return welcome;
  },
  staleTime: 10_000,
});

/** Who is signed in on this screen; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: [getSession.name, {}] as const,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await call(getSession, {}, { signal });
    } catch (error) {
      if (error instanceof Problem && error.code === 'not_signed_in') return null;
      throw error;
    }
  },
});

export const SessionContext = createContext<Session | null>(null);

/** The person at this screen. Only inside the screens that need somebody signed in. */
export function useSession(): Session & { may: (permission: Permission) => boolean } {
  const session = use(SessionContext);
  if (!session) throw new Error('nobody is signed in');
  const { permissions } = session;
  return { ...session, may: (permission) => permissions.includes(permission) };
}

/** Locks the screen: signs out and forgets what was fetched. The order stays where it is (U5). */
export function useLock(): (reason: 'asked' | 'idle') => void {
  const client = useQueryClient();
  return useCallback(
    (reason: 'asked' | 'idle') => {
      // Locks at once, even when the server cannot be reached: its own idle clock ends the session.
      call(signOut, { query: { reason } }).catch(() => undefined);
      client.setQueryData(sessionQuery.queryKey, null);
      client.removeQueries({ predicate: ({ queryKey: [name] }) => !kept.has(String(name)) });
      void client.invalidateQueries({ queryKey: welcomeQuery.queryKey });
    },
    [client],
  );
}

const kept = new Set([getWelcome.name, getSession.name]);
