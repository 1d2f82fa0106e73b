import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamEvent } from '../../contract/journal.ts';
import type { Database } from '../db/engine.ts';
import { prepared } from '../db/prepared.ts';
import { journalHead } from './append.ts';

/** How soon the screens see what another process (an import, a second server) committed: within 300 ms. */
const pollMs = 100;
const mostAtOnce = 1_000;
/** Commits that follow each other at once are read together; nobody sees 4 ms. */
const gatherMs = 4;

const newsAfter = prepared<
  { site: string; seq: number },
  { seq: number; type: string; order_id: string | null }
>((sql, arg) =>
  sql
    .selectFrom('journal')
    .select(['seq', 'type', 'order_id'])
    .where('site', '=', arg('site'))
    .where('seq', '>', arg('seq'))
    // A year of imported sales is one piece of news to a screen: its import_finished.
    .where('type', '!=', 'sale_imported')
    .orderBy('seq')
    .limit(mostAtOnce),
);

/** Tells the event streams what was committed, by whichever process, in journal order and without gaps. */
export type Announcer = {
  /** Something was just committed here. */
  poke(): void;
  follow(listener: (event: StreamEvent) => void): () => void;
  /** Starts looking for other processes' commits too. */
  start(): void;
  stop(): Promise<void>;
};

/**
 * Reads the journal behind a cursor rather than taking events from whoever commits: with two writers
 * the later sequence can be announced first, and a screen would miss the earlier for ever.
 */
export function createAnnouncer(
  database: Pick<Database, 'read'>,
  site: string,
  failed: (error: unknown) => void,
): Announcer {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  let timer: NodeJS.Timeout | undefined;
  let cursor: number | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  async function readOn(): Promise<void> {
    do {
      again = false;
      const { head, events } = await database.read(async (tx) => {
        const { seq } = await journalHead(tx, site);
        if (cursor === undefined || seq <= cursor) return { head: seq, events: [] };
        const rows = await tx.all(newsAfter(tx.sql, { site, seq: cursor }));
        const full = rows.length === mostAtOnce;
        if (full) again = true;
        return { head: full ? (rows.at(-1)?.seq ?? seq) : seq, events: rows };
      });
      cursor = head;
      for (const { seq, type, order_id: orderId } of events) {
        emitter.emit('event', { seq, type, orderId } satisfies StreamEvent);
      }
    } while (again);
  }

  async function gatherAndRead(): Promise<void> {
    await sleep(gatherMs);
    await readOn();
  }

  function poke(): void {
    if (running) {
      again = true;
      return;
    }
    running = gatherAndRead()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  }

  poke();
  return {
    poke,
    follow(listener) {
      emitter.on('event', listener);
      return () => emitter.off('event', listener);
    },
    start() {
      timer ??= setInterval(poke, pollMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
