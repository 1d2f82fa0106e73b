/** Connections for reading, each used by one reader at a time and kept for the next. */
export type ReaderPool<Connection> = {
  acquire(): Promise<Connection>;
  /** Gives it back; one that is no longer usable is not given out again. */
  release(connection: Connection): void;
  /** Closes those that nobody uses now, and the others when they are given back: one left open keeps the program from ending. */
  closeAll(): Promise<void>;
};

const most = 4;

/** Opens connections as they are asked for, at most four; more readers wait for their turn. */
export function createReaderPool<Connection>(pool: {
  readonly open: () => Promise<Connection>;
  readonly isUsable: (connection: Connection) => boolean;
  readonly close: (connection: Connection) => Promise<void>;
}): ReaderPool<Connection> {
  const idle: Connection[] = [];
  const waiting: (() => void)[] = [];
  let opened = 0;
  let isClosed = false;

  async function open(): Promise<Connection> {
    opened += 1;
    try {
      return await pool.open();
    } catch (error) {
      opened -= 1;
      waiting.shift()?.();
      throw error;
    }
  }

  return {
    async acquire() {
      for (;;) {
        const free = idle.pop();
        if (free !== undefined && pool.isUsable(free)) return free;
        if (free !== undefined) opened -= 1;
        else if (opened < most) return open();
        else await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    release(connection) {
      if (isClosed) void pool.close(connection);
      else if (pool.isUsable(connection)) idle.push(connection);
      else opened -= 1;
      waiting.shift()?.();
    },
    async closeAll() {
      isClosed = true;
      await Promise.all(idle.splice(0).map(pool.close));
    },
  };
}
