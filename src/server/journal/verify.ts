import type { Verification } from '../../contract/journal.ts';
import { openSqlite, sqliteBuilder, sqliteReading } from '../db/sqlite/open.ts';
import { SqliteFile } from '../db/sqlite/connection.ts';
import type { Reading } from '../db/engine.ts';
import type { JournalPosition } from './append.ts';
import { ChainBroken, checkedEntries } from './check-chain.ts';
import type { BadEntry, CheckedEntry } from './check-chain.ts';
import { compareTables } from './compare-tables.ts';
import { replay } from './replay.ts';

/** What a receipt or a backup says of the journal: its sequence and the first digits of its hash (J3). */
export type Anchor = { readonly seq: number; readonly hash: string };

/** Reads an anchor such as 123-0a1b2c3d4e5f; undefined for anything else. */
export function parseAnchor(text: string): Anchor | undefined {
  const found = /^(\d{1,15})-([0-9a-f]{8,64})$/.exec(text);
  return found ? { seq: Number(found[1]), hash: found[2] ?? '' } : undefined;
}

/**
 * Proves that a database, or a backup of one, is whole: the chain from its first entry, the anchor that
 * a receipt carries, and every table against the journal (J3, J4). Reads only.
 */
export async function verifyFile(
  path: string,
  site: string,
  anchor?: Anchor,
): Promise<Verification> {
  const file = new SqliteFile(path, { readOnly: true });
  try {
    file.run('begin');
    return await verifyReading(sqliteReading(file, sqliteBuilder()), site, anchor);
  } finally {
    file.close();
  }
}

/** As `verifyFile`, through a view of the database that is already open. */
export async function verifyReading(
  kept: Reading,
  site: string,
  anchor?: Anchor,
): Promise<Verification> {
  const rebuilt = openSqlite(':memory:');
  let head: JournalPosition | null = null;
  let anchored = anchor === undefined;
  async function* watched(): AsyncGenerator<CheckedEntry> {
    for await (const entry of checkedEntries(kept, site)) {
      head = entry.position;
      if (anchor?.seq === head.seq) {
        if (!head.hash.startsWith(anchor.hash)) {
          throw new ChainBroken(head.seq, 'it is not the entry that the receipt names');
        }
        anchored = true;
      }
      yield entry;
    }
    if (anchor && !anchored) {
      throw new ChainBroken(anchor.seq, 'is missing; the receipt names it');
    }
  }
  try {
    const entries = await rebuilt.write((tx) => replay(tx, site, watched()));
    const differences = await rebuilt.read((tx) => compareTables(kept, tx));
    return { whole: differences.length === 0, entries, head, firstBad: null, differences };
  } catch (error) {
    if (!(error instanceof ChainBroken)) throw error;
    const firstBad: BadEntry = error.bad;
    return { whole: false, entries: firstBad.seq - 1, head, firstBad, differences: [] };
  } finally {
    await rebuilt.close();
  }
}
