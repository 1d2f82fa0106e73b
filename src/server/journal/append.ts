import { hash as digest } from 'node:crypto';
import type { JournalEvent } from '../../domain/journal-event.ts';
import type { Deps } from '../deps.ts';
import type { Bound, Tx } from '../db/engine.ts';
import { prepared } from '../db/prepared.ts';
import { canonicalJson } from './canonical-json.ts';

/** Where an entry stands in its site's chain. */
export type JournalPosition = { readonly seq: number; readonly hash: string };

/** What stands before the first entry. */
export const genesisHash = '0'.repeat(64);

const findHead = prepared<{ site: string }, { seq: number; hash: string }>((sql, arg) =>
  sql.selectFrom('journal_heads').select(['seq', 'hash']).where('site', '=', arg('site')),
);
const moveHead = prepared<{ site: string; seq: number; hash: string; at: number }, unknown>(
  (sql, arg) =>
    sql
      .updateTable('journal_heads')
      .set({ seq: arg('seq'), hash: arg('hash'), at: arg('at') })
      .where('site', '=', arg('site')),
);
const startHead = prepared<{ site: string; seq: number; hash: string; at: number }, unknown>(
  (sql, arg) =>
    sql
      .insertInto('journal_heads')
      .values({ site: arg('site'), seq: arg('seq'), hash: arg('hash'), at: arg('at') }),
);
const entryColumns = ['site', 'seq', 'at', 'type', 'order_id', 'content', 'hash'] as const;

/** The head of a site's chain; before the first entry, sequence 0 and the genesis hash. */
export async function journalHead(
  tx: Pick<Tx, 'sql' | 'first'>,
  site: string,
): Promise<JournalPosition> {
  return (await tx.first(findHead(tx.sql, { site }))) ?? { seq: 0, hash: genesisHash };
}

/** SHA-256(previous hash ‖ canonical content); the content holds site and sequence, so no entry can move (J1). */
export function entryHash(previousHash: string, content: string): string {
  return digest('sha256', `${previousHash}\n${content}`);
}

export function entryContent(site: string, seq: number, event: JournalEvent): string {
  return canonicalJson({ site, seq, event });
}

/**
 * Appends facts to the site's journal, gapless and chained, in the transaction of their cause (J1).
 * It does not touch the tables: `record` does both.
 */
export async function appendToJournal(
  deps: Pick<Deps, 'site' | 'announcer'>,
  tx: Tx,
  events: readonly JournalEvent[],
): Promise<JournalPosition[]> {
  const { site } = deps;
  let head = await journalHead(tx, site);
  const isFirst = head.seq === 0;
  const positions: JournalPosition[] = [];
  const entries: Bound[][] = [];
  for (const event of events) {
    const seq = head.seq + 1;
    const content = entryContent(site, seq, event);
    const hash = entryHash(head.hash, content);
    const orderId = 'orderId' in event ? event.orderId : null;
    entries.push([site, seq, event.at, event.type, orderId, content, hash]);
    head = { seq, hash };
    positions.push(head);
  }
  await tx.insertRows('journal', entryColumns, entries);
  const last = events.at(-1);
  if (last) {
    tx.afterCommit(() => deps.announcer.poke());
    const args = { site, ...head, at: last.at };
    await tx.run(isFirst ? startHead(tx.sql, args) : moveHead(tx.sql, args));
  }
  return positions;
}
