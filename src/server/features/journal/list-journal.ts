import type * as z from 'zod/mini';
import type { journalEntry, listJournal as route } from '../../../contract/journal.ts';
import type { JournalEvent } from '../../../domain/journal-event.ts';
import { namesOf } from '../../access/aliases.ts';
import type { Reading } from '../../db/engine.ts';

const pageSize = 50;
type Query = z.output<NonNullable<(typeof route)['query']>>;
type Entry = z.infer<typeof journalEntry>;

/** A page of the journal, newest first, with the names behind its pseudonyms. */
export async function listJournal(
  tx: Reading,
  site: string,
  query: Query,
): Promise<{ entries: Entry[]; more: number | null }> {
  let search = tx.sql
    .selectFrom('journal')
    .selectAll()
    .where('site', '=', site)
    .orderBy('seq', 'desc')
    .limit(pageSize + 1);
  if (query.before !== undefined) search = search.where('seq', '<', query.before);
  if (query.type !== undefined) search = search.where('type', '=', query.type);
  if (query.orderId !== undefined) search = search.where('order_id', '=', query.orderId);
  const rows = await tx.all(search);
  const page = rows.slice(0, pageSize).map((row) => ({
    row,
    event: (JSON.parse(row.content) as { event: JournalEvent }).event,
  }));
  const names = await namesOf(
    tx,
    page.map(({ event }) => event.by?.alias ?? ''),
  );
  return {
    entries: page.map(({ row, event }) => ({
      seq: row.seq,
      at: row.at,
      type: row.type,
      by: event.by ? (names[event.by.alias] ?? '') : null,
      content: { ...event },
      hash: row.hash,
    })),
    more: rows.length > pageSize ? (page.at(-1)?.row.seq ?? null) : null,
  };
}
