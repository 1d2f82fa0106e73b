import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { isOvertaken, refetchTouched } from './refetch-touched.ts';

const orderKey = (orderId: string) => ['getOrder', { params: { orderId } }];

/** A screen that knows two orders and the floor; answers what an event made stale. */
function staleAfter(event: { seq: number; orderId: string }): string[] {
  const client = new QueryClient();
  client.setQueryData(orderKey('mine'), { seq: 7 });
  client.setQueryData(orderKey('other'), { seq: 3 });
  client.setQueryData(['getFloor', {}], { seq: 3 });
  refetchTouched(client, { type: 'line_added', ...event });
  return client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.isInvalidated)
    .map((query) => query.queryHash);
}

describe('an event of the stream', () => {
  it('S1: has its order and the floor fetched again, and no other order', () => {
    expect(staleAfter({ seq: 8, orderId: 'mine' })).toEqual([
      '["getOrder",{"params":{"orderId":"mine"}}]',
      '["getFloor",{}]',
    ]);
  });

  it('fetches no order whose answer already knows of it, as that of one’s own tap does', () => {
    expect(staleAfter({ seq: 7, orderId: 'mine' })).toEqual(['["getFloor",{}]']);
  });

  it('O1: is not lost on a first fetch that was under way, and may have been answered before it', async () => {
    const client = new QueryClient();
    const answers = [7, 8];
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const gates = [first, second];
    const seen = new QueryObserver(client, {
      queryKey: orderKey('mine'),
      queryFn: async () => {
        const seq = answers.shift();
        await gates.shift()?.promise;
        return { seq };
      },
    });
    const stop = seen.subscribe(() => {});
    refetchTouched(client, { seq: 8, type: 'line_added', orderId: 'mine' });
    first.resolve();
    second.resolve();
    await vi.waitFor(() => expect(client.getQueryData(orderKey('mine'))).toEqual({ seq: 8 }));
    stop();
  });

  it('O1: overtakes the answer to a tap that was asked before it and comes after it', () => {
    const client = new QueryClient();
    refetchTouched(client, { seq: 9, type: 'line_added', orderId: 'late' });
    expect(isOvertaken('late', 8)).toBe(true);
    expect(isOvertaken('late', 9)).toBe(false);
    expect(isOvertaken('unheard', 1)).toBe(false);
  });
});
