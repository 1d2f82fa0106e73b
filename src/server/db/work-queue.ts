import type { Tx } from './engine.ts';

/** Something to be written in one transaction, and whoever waits to hear that it is durable. */
export type Work = {
  readonly run: (tx: Tx) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

export type WorkQueue = {
  add<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  isWorking(): boolean;
  /** Resolves when whatever was asked before is done. */
  settled(): Promise<void>;
};

/** More would make the first of a batch wait too long for the last. */
const worksPerCommit = 64;

/**
 * One writer at a time, in the order asked; works that wait are given to `commit` together, which answers
 * each and never throws. `gather` may let others come before the next commit; it hears how many the last carried.
 */
export function createWorkQueue(
  commit: (works: readonly Work[]) => Promise<void>,
  gather: (sharing: number) => Promise<void> = () => Promise.resolve(),
): WorkQueue {
  const waiting: Work[] = [];
  let working: Promise<void> | undefined;
  let sharing = 0;

  async function commitAll(): Promise<void> {
    try {
      while (waiting.length > 0) {
        await gather(sharing);
        const works = waiting.splice(0, worksPerCommit);
        sharing = works.length;
        await commit(works);
      }
    } finally {
      // In the same turn as the last look at the queue: work that comes after it starts anew.
      working = undefined;
    }
  }

  return {
    add<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
        working ??= commitAll();
      });
    },
    isWorking: () => working !== undefined,
    settled: () => working ?? Promise.resolve(),
  };
}
