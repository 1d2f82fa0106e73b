import type { Reading } from '../../src/server/db/engine.ts';
import { verifyReading } from '../../src/server/journal/verify.ts';
import type { Place } from '../../src/server/open-till.ts';
import type { Tally } from '../tally.ts';
import { readPlace } from '../trial-place.ts';
import type { Sheet, Terminal } from './terminal.ts';

type Kept = { lines: Map<string, number>; payments: Map<string, number>; status: string };

/**
 * Compares what lies at a place with what the terminals were told: every acknowledged write is there
 * once, each unanswered one is there whole or not at all, and nothing else is.
 */
export async function checkKept(
  tally: Tally,
  place: Place,
  terminals: readonly Terminal[],
  when: string,
): Promise<void> {
  await readPlace(place, async (tx) => {
    const { whole, firstBad, differences } = await verifyReading(tx, 'main');
    tally.check(whole, () => `${when}: verify: ${JSON.stringify(firstBad ?? differences)}`);
    const kept = await keptOrders(tx);
    const answers = await keptAnswers(tx);
    const expected = new Set<string>();
    for (const terminal of terminals) {
      for (const wrong of terminal.wrong) tally.check(false, () => `${when}: ${wrong}`);
      terminal.wrong.length = 0;
      for (const sheet of terminal.sheets) {
        expected.add(sheet.orderId);
        checkOrder(tally, when, terminal, sheet, kept.get(sheet.orderId));
      }
      let lost = 0;
      for (const [key, text] of terminal.answers) if (answers.get(key) !== text) lost += 1;
      tally.check(lost === 0, () => `${when}: ${lost} acknowledged answers lost or changed`);
    }
    const strange = [...kept.keys()].filter((orderId) => !expected.has(orderId));
    tally.check(strange.length === 0, () => `${when}: orders nobody opened: ${strange.join(' ')}`);
    await checkReceipts(tally, when, tx);
  });
}

function checkOrder(
  tally: Tally,
  when: string,
  terminal: Terminal,
  sheet: Sheet,
  kept: Kept | undefined,
): void {
  const { pending } = terminal;
  const isPending = pending?.sheet === sheet;
  const mustBeThere = !isPending || pending.command.path !== '/orders';
  if (!kept) {
    tally.check(!mustBeThere, () => `${when}: order ${sheet.orderId} is lost`);
    return;
  }
  const possible = [sheet];
  if (isPending) {
    const after = { ...sheet, lines: new Map(sheet.lines), payments: new Map(sheet.payments) };
    pending.apply(after);
    possible.push(after);
  }
  const found = inWords(kept.lines, kept.payments, kept.status === 'paid');
  tally.check(
    possible.some((each) => inWords(each.lines, each.payments, each.isPaid) === found),
    () =>
      `${when}: order ${sheet.orderId} holds ${found}, acknowledged ${inWords(sheet.lines, sheet.payments, sheet.isPaid)}, pending ${isPending ? JSON.stringify(pending.command) : 'nothing'}`,
  );
}

function inWords(
  lines: ReadonlyMap<string, number>,
  payments: ReadonlyMap<string, number>,
  isPaid: boolean,
): string {
  return JSON.stringify([[...lines].sort(), [...payments].sort(), isPaid]);
}

async function keptOrders(tx: Reading): Promise<Map<string, Kept>> {
  const { sql } = tx;
  const orders = new Map<string, Kept>();
  for (const row of await tx.all(sql.selectFrom('orders').select(['order_id', 'status']))) {
    orders.set(row.order_id, { lines: new Map(), payments: new Map(), status: row.status });
  }
  const lines = sql.selectFrom('order_lines').select(['order_id', 'line_id', 'quantity']);
  for (const row of await tx.all(lines)) {
    orders.get(row.order_id)?.lines.set(row.line_id, row.quantity);
  }
  const payments = sql.selectFrom('payments').select(['order_id', 'payment_id', 'applied']);
  for (const row of await tx.all(payments)) {
    orders.get(row.order_id)?.payments.set(row.payment_id, row.applied);
  }
  return orders;
}

async function keptAnswers(tx: Reading): Promise<Map<string, string>> {
  const rows = await tx.all(tx.sql.selectFrom('commands').select(['command_key', 'answer']));
  return new Map(rows.map((row) => [row.command_key, row.answer]));
}

/** Receipt numbers run from 1 without a gap and are never given twice (N1). */
async function checkReceipts(tally: Tally, when: string, tx: Reading): Promise<void> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('orders')
      .select('receipt_number')
      .where('receipt_number', 'is not', null)
      .orderBy('receipt_number'),
  );
  const wrong = rows.findIndex((row, i) => row.receipt_number !== i + 1);
  tally.check(wrong < 0, () => `${when}: receipt number ${wrong + 1} is missing or given twice`);
}
