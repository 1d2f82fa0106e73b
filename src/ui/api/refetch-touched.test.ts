import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { refetchTouched } from './refetch-touched.ts';

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
});
