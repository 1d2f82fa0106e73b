import type { JournalEvent } from '../../domain/journal-event.ts';
import type { Reading } from '../db/engine.ts';
import type { Schema } from '../db/schema.ts';
import { entryHash, genesisHash } from './append.ts';
import type { JournalPosition } from './append.ts';
import { canonicalJson } from './canonical-json.ts';

export type CheckedEntry = { readonly position: JournalPosition; readonly event: JournalEvent };
export type BadEntry = { readonly seq: number; readonly problem: string };

/** The chain broke here; what stands behind it proves nothing. */
export class ChainBroken extends Error {
  override name = 'ChainBroken';
  readonly bad: BadEntry;
  constructor(seq: number, problem: string) {
    super(`entry ${seq}: ${problem}`);
    this.bad = { seq, problem };
  }
}

/**
 * Reads a site's journal from its first entry, checking sequence, content and hash of each before it is
 * given out (J1); at the end, that the head is the last (J3). Throws ChainBroken at the first bad one.
 */
export async function* checkedEntries(tx: Reading, site: string): AsyncGenerator<CheckedEntry> {
  let head: JournalPosition = { seq: 0, hash: genesisHash };
  const entries = tx.each(
    tx.sql.selectFrom('journal').selectAll().where('site', '=', site).orderBy('seq'),
  );
  for await (const entry of entries) {
    const expected = head.seq + 1;
    if (entry.seq !== expected) {
      throw new ChainBroken(expected, `is missing; the next one there is ${entry.seq}`);
    }
    const event = checkContent(entry, site);
    if (entryHash(head.hash, entry.content) !== entry.hash) {
      throw new ChainBroken(
        entry.seq,
        'its hash does not follow from its content and the entry before',
      );
    }
    head = { seq: entry.seq, hash: entry.hash };
    yield { position: head, event };
  }
  const kept = await tx.first(
    tx.sql.selectFrom('journal_heads').select(['seq', 'hash']).where('site', '=', site),
  );
  const { seq, hash } = kept ?? { seq: 0, hash: genesisHash };
  if (seq > head.seq)
    throw new ChainBroken(head.seq + 1, `is missing; the head says ${seq} entries`);
  if (seq !== head.seq || hash !== head.hash) {
    throw new ChainBroken(seq, 'the head is not the last entry');
  }
}

function checkContent(entry: Schema['journal'], site: string): JournalEvent {
  const content = parse(entry);
  const { event } = content;
  if (
    content.site !== site ||
    content.seq !== entry.seq ||
    event.type !== entry.type ||
    event.at !== entry.at ||
    ('orderId' in event ? event.orderId : null) !== entry.order_id
  ) {
    throw new ChainBroken(entry.seq, 'its columns are not those of its content');
  }
  if (canonicalJson(content) !== entry.content) {
    throw new ChainBroken(entry.seq, 'its content is not in canonical form');
  }
  return event;
}

function parse(entry: Schema['journal']): { site: string; seq: number; event: JournalEvent } {
  try {
    return JSON.parse(entry.content) as { site: string; seq: number; event: JournalEvent };
  } catch (error) {
    throw Object.assign(new ChainBroken(entry.seq, 'its content cannot be read'), { cause: error });
  }
}
