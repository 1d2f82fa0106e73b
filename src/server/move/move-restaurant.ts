import type { Verification } from '../../contract/journal.ts';
import type { Database, Reading } from '../db/engine.ts';
import { keptTables } from '../db/schema.ts';
import type { Schema } from '../db/schema.ts';
import { genesisHash } from '../journal/append.ts';
import { compareTables } from '../journal/compare-tables.ts';
import { verifyReading } from '../journal/verify.ts';
import { copyTables } from './copy-tables.ts';

/** The restaurant was not moved; it is where it was, and the sentence says what to do. */
export class MoveRefused extends Error {
  override name = 'MoveRefused';
}

export type Moving = {
  readonly from: Database;
  readonly to: Database;
  readonly site: string;
  readonly now: () => number;
  /** What the old database then says where the restaurant lives: without a password. */
  readonly destination: string;
  readonly say: (step: string) => void;
};

/**
 * Copies a whole restaurant, its journal too, into an empty database; proves both ends whole and equal; and
 * only then marks the old one as left, so that nobody goes on selling there. Cut off at any moment, it is
 * finished by doing it again.
 */
export async function moveRestaurant(moving: Moving): Promise<Verification> {
  const { from, to, site, now, destination, say } = moving;
  const first = await from.read((tx) => firstHash(tx, site));
  const isUnderWay = isArrivalOf(first, await to.read(findMove));
  const hasLeft = isUnderWay && (await from.read(findMove))?.state === 'left';
  if (!hasLeft) await from.read(refuseMoved);
  say('Proving the restaurant whole where it is …');
  const before = await prove(from, site, 'here');
  await prepare(moving, first);
  say('Copying …');
  await from.read((tx) => copyTables(tx, to, sayEvery(say)));
  say('Proving the copy whole …');
  const after = await prove(to, site, 'there');
  const copied = await from.read((tx) => to.read((copy) => compareTables(copy, tx, keptTables)));
  const [different] = copied;
  if (different || after.head?.hash !== before.head?.hash) {
    throw new MoveRefused(
      `The copy is not what is here (${different ? `${different.table} ${different.key}` : 'the journal'}): somebody changed one of them meanwhile. Empty the other database and move again.`,
    );
  }
  // In this order: at no moment do both serve it.
  if (!hasLeft) {
    const left = { id: 1, state: 'left' as const, place: destination, at: now() };
    await from.write((tx) => tx.run(tx.sql.insertInto('moves').values(left)));
  }
  await to.write((tx) => tx.run(tx.sql.deleteFrom('moves')));
  return after;
}

/** Refuses to serve a restaurant that has moved away, or has not wholly arrived. Throws MoveRefused. */
export async function refuseMoved(tx: Reading): Promise<void> {
  const move = await findMove(tx);
  if (!move) return;
  throw new MoveRefused(
    move.state === 'left'
      ? `This restaurant moved to ${move.place} on ${new Date(move.at).toISOString().slice(0, 10)}. Start it there, with --database or ARMORPOS_DATABASE_URL.`
      : 'A restaurant is being moved into this database and has not wholly arrived. Run the same "armorpos move" again.',
  );
}

/** Whether a restaurant has left this database or is arriving in it. */
export function findMove(tx: Reading): Promise<Schema['moves'] | undefined> {
  return tx.first(tx.sql.selectFrom('moves').selectAll());
}

function isArrivalOf(first: string, move: Schema['moves'] | undefined): boolean {
  return move?.state === 'arriving' && move.place === first;
}

async function prove(database: Database, site: string, where: string): Promise<Verification> {
  const result = await database.read((tx) => verifyReading(tx, site));
  if (result.whole) return result;
  const { firstBad, differences } = result;
  const what = firstBad
    ? `journal entry ${firstBad.seq} ${firstBad.problem}`
    : `${differences[0]?.table} ${differences[0]?.key} ${differences[0]?.problem}`;
  throw new MoveRefused(`The restaurant ${where} is not whole: ${what}. Nothing was moved.`);
}

/** The other database must be empty, or hold the beginning of this very restaurant. */
async function prepare({ to, site, now }: Moving, first: string): Promise<void> {
  await to.write(async (tx) => {
    const move = await findMove(tx);
    if (isArrivalOf(first, move)) return;
    const used =
      move ??
      (await tx.first(tx.sql.selectFrom('site').select('id'))) ??
      (await tx.first(tx.sql.selectFrom('journal_heads').select('site').where('site', '=', site)));
    if (used) {
      throw new MoveRefused('The other database holds a restaurant already. Use an empty one.');
    }
    const arriving = { id: 1, state: 'arriving' as const, place: first, at: now() };
    await tx.run(tx.sql.insertInto('moves').values(arriving));
  });
}

/** Tells one restaurant's journal from every other's. */
async function firstHash(tx: Reading, site: string): Promise<string> {
  const row = await tx.first(
    tx.sql.selectFrom('journal').select('hash').where('site', '=', site).where('seq', '=', 1),
  );
  return row?.hash ?? genesisHash;
}

const everyRows = 100_000;

function sayEvery(say: Moving['say']): (table: string, rows: number) => void {
  let said = '';
  let next = everyRows;
  return (table, rows) => {
    if (table !== said) next = everyRows;
    said = table;
    if (rows < next) return;
    next += everyRows;
    say(`  ${table}: ${rows} rows`);
  };
}
