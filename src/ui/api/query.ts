import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import type { AnyRoute, CallInput } from './call.ts';

/**
 * Query options for a reading route: `useQuery(query(getOrder, { params: { orderId } }))`. The key is
 * the route's name, then its input, so that events can name what to fetch again.
 */
export function query<R extends AnyRoute>(route: R, input: CallInput<R>) {
  return queryOptions({
    queryKey: [route.name, input] as const,
    queryFn: ({ signal }) => call(route, input, { signal }),
  });
}
