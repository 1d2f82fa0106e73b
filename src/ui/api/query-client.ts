import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { getSession } from '../../contract/site.ts';
import { Problem, Unreachable } from './problem.ts';

export type FailureListener = (error: Error) => void;

/**
 * The cache of what the server said. A LAN till is never "offline": `always` sends whatever the
 * browser believes of the internet. `onFailure` hears of writes that nobody else handles.
 */
export function createQueryClient(onFailure: FailureListener): QueryClient {
  const noticeSignOut = (error: Error) => {
    if (error instanceof Problem && error.code === 'not_signed_in') {
      client.setQueryData([getSession.name, {}], null);
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignOut }),
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => {
        noticeSignOut(error);
        if (mutation.meta?.['handled'] !== true) onFailure(error);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof Unreachable && failures < 2,
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
