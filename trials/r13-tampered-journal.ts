import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verification } from '../src/contract/journal.ts';
import { copySqlite } from '../src/server/db/sqlite/copy.ts';
import { expectOk } from '../src/server/test-till.ts';
import { parseAnchor, verifyFile } from '../src/server/journal/verify.ts';
import type { Anchor } from '../src/server/journal/verify.ts';
import { openRestaurant } from './restaurant.ts';
import type { Restaurant } from './restaurant.ts';
import { Tally } from './tally.ts';
import { tamperings } from './tampered/tamperings.ts';
import type { Run, Size, Trial } from './trial.ts';

const sizes = { always: 500, deep: 50_000 } as const;
const moments = 6;
const salesPerMoment = 4;

/** One honest database, its older backups, and the heads that its receipts and backups carry. */
type Evening = {
  readonly path: string;
  readonly backups: readonly { readonly path: string; readonly seq: number }[];
  readonly receipts: readonly Anchor[];
};

/** Tampers and verifies; `anchorOf` says what the verifier is given from outside the file. */
function tamper(
  countOf: (size: Size) => number,
  anchorOf: (anchor: Anchor | undefined) => Anchor | undefined,
): Run {
  return async (size, random, log) => {
    const tally = new Tally(log);
    const directory = mkdtempSync(join(tmpdir(), 'armorpos-trial-'));
    const byKind = new Map<string, number>();
    try {
      const evening = await playEvening(directory);
      for (const receipt of [undefined, ...evening.receipts]) {
        const honest = await verifyFile(evening.path, 'main', anchorOf(receipt));
        tally.check(honest.whole, () => `the honest file: ${JSON.stringify(honest)}`);
      }
      const path = join(directory, 'tampered.db');
      for (let i = 0; i < countOf(size); i += 1) {
        const own = random.fork(i);
        const kind = tamperings[i % tamperings.length];
        if (!kind) continue;
        // The newest receipt: whoever holds it can prove that it was there.
        const anchor = evening.receipts.at(-1);
        copyFileSync(evening.path, path);
        const expected = kind.play({ path, random: own, backups: evening.backups, anchor });
        const found = await verdictOf(path, anchorOf(expected.needsAnchor ? anchor : undefined));
        byKind.set(kind.name, (byKind.get(kind.name) ?? 0) + 1);
        tally.check(
          isFound(found, expected),
          () => `${i} ${kind.name}, ${expected.what}: ${JSON.stringify(found).slice(0, 300)}`,
        );
      }
      return tally.outcome(Object.fromEntries(byKind));
    } finally {
      rmSync(directory, { recursive: true });
    }
  };
}

type Expected = ReturnType<(typeof tamperings)[number]['play']>;
type Found = Pick<Verification, 'whole' | 'firstBad' | 'differences'>;

async function verdictOf(path: string, anchor: Anchor | undefined): Promise<Found> {
  try {
    const { whole, firstBad, differences } = await verifyFile(path, 'main', anchor);
    return { whole, firstBad, differences };
  } catch (error) {
    // A verifier that breaks has proved nothing.
    return { whole: true, firstBad: { seq: 0, problem: String(error) }, differences: [] };
  }
}

/** Not whole, and the first bad entry, or the row that differs, is named. */
function isFound(found: Found, expected: Expected): boolean {
  if (found.whole) return false;
  if (expected.firstBad !== undefined) return found.firstBad?.seq === expected.firstBad;
  return found.differences.some((each) => each.table === expected.table);
}

async function playEvening(directory: string): Promise<Evening> {
  const restaurant = await openRestaurant();
  const { till } = restaurant;
  const backups: { path: string; seq: number }[] = [];
  const receipts: Anchor[] = [];
  try {
    for (let moment = 0; moment < moments; moment += 1) {
      for (let sale = 0; sale < salesPerMoment; sale += 1) {
        receipts.push(await sell(restaurant, moment + sale));
        till.clock.pass(120_000);
      }
      const path = join(directory, `backup-${moment}.db`);
      copySqlite(join(till.deps.dataDirectory ?? '', 'till.db'), path);
      backups.push({ path, seq: await till.seq() });
    }
  } finally {
    await till.close();
  }
  const path = join(directory, 'honest.db');
  // The newest backup is the file itself; those before it are the older ones.
  copyFileSync(backups.at(-1)?.path ?? '', path);
  return { path, backups: backups.slice(0, -1), receipts };
}

/** A sale with most kinds of entries in it; answers what its receipt says of the journal. */
async function sell({ till, dishes, tables }: Restaurant, n: number): Promise<Anchor> {
  const owner = till.as('owner');
  const orderId = till.newKey();
  const path = `/orders/${orderId}`;
  const tableId = tables[n % tables.length] ?? null;
  expectOk(await owner.post('/orders', { orderId, dining: 'here', tableId, covers: 2 }));
  const lineIds = [till.newKey(), till.newKey()];
  for (const [i, lineId] of lineIds.entries()) {
    const { itemId, portionId } = dishes[(n + i) % dishes.length]!;
    const line = { lineId, itemId, portionId, quantity: 2 + i, note: `n${i}` };
    expectOk(await owner.post(`${path}/lines`, line));
  }
  expectOk(await owner.post(`${path}/send`));
  const reason = 'Dropped';
  const part = { quantity: 1, reason, splitLineId: till.newKey() };
  expectOk(await owner.post(`${path}/lines/${lineIds[1]}/void`, part));
  const { balance } = expectOk(await owner.get(path)).json<{ balance: number }>();
  for (const [tenderId, tendered] of [['card', 100] as const, ['cash', balance] as const]) {
    const pay = { paymentId: till.newKey(), tenderId, tendered, tip: 0 };
    expectOk(await owner.post(`${path}/payments`, pay));
  }
  const { journal } = expectOk(await owner.get(`${path}/receipt`)).json<{
    journal: { head: string };
  }>();
  const anchor = parseAnchor(journal.head);
  if (!anchor) throw new Error(`a receipt says ${journal.head}`);
  return anchor;
}

export const trial: Trial = {
  id: 'R13',
  title: 'Journal tampered with: bytes, rows, tail, tables, and the whole file by an older one',
  run: tamper(
    (size) => sizes[size],
    (anchor) => anchor,
  ),
  // Without the head that a receipt carries, a cut tail cannot be seen (J3).
  control: tamper(
    () => 50,
    () => undefined,
  ),
};
