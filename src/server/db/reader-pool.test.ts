import { expect, test } from 'vitest';
import { createReaderPool } from './reader-pool.ts';

test('a reader that is at work while the pool closes is closed when it is done', async () => {
  const closed: number[] = [];
  let opened = 0;
  const pool = createReaderPool({
    open: () => Promise.resolve((opened += 1)),
    isUsable: () => true,
    close: async (connection: number) => void closed.push(connection),
  });
  const [idle, busy] = [await pool.acquire(), await pool.acquire()];
  pool.release(idle);
  await pool.closeAll();
  expect(closed).toEqual([idle]);
  pool.release(busy);
  expect(closed).toEqual([idle, busy]);
});
