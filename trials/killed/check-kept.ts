import { SqliteFile } from '../../src/server/db/sqlite/sqlite-file.ts';
import { verifyFile } from '../../src/server/journal/verify.ts';
import type { Tally } from '../tally.ts';
import type { Sheet, Terminal } from './terminal.ts';

type Kept = { lines: Map<string, number>; payments: Map<string, number>; status: string };

/**
 * Compares what lies on the disk with what the terminals were told: every acknowledged write is there
 * once, each unanswered one is there whole or not at all, and nothing else is.
 */
export async function checkKept(
  tally: Tally,
  path: string,
  terminals: readonly Terminal[],
  when: string,
): Promise<void> {
  const { whole, firstBad, differences } = await verifyFile(path, 'main');
  tally.check(whole, () => `${when}: verify: ${JSON.stringify(firstBad ?? differences)}`);
  const file = new SqliteFile(path, { readOnly: true });
  try {
    const kept = keptOrders(file);
    const answers = keptAnswers(file);
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
    checkReceipts(tally, when, file);
  } finally {
    file.close();
  }
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

function keptOrders(file: SqliteFile): Map<string, Kept> {
  const orders = new Map<string, Kept>();
  for (const row of file.all('select order_id, status from orders') as Row[]) {
    orders.set(row['order_id'] as string, {
      lines: new Map(),
      payments: new Map(),
      status: row['status'] as string,
    });
  }
  for (const row of file.all('select order_id, line_id, quantity from order_lines') as Row[]) {
    orders
      .get(row['order_id'] as string)
      ?.lines.set(row['line_id'] as string, Number(row['quantity']));
  }
  for (const row of file.all('select order_id, payment_id, applied from payments') as Row[]) {
    orders
      .get(row['order_id'] as string)
      ?.payments.set(row['payment_id'] as string, Number(row['applied']));
  }
  return orders;
}

type Row = Record<string, string | number>;

function keptAnswers(file: SqliteFile): Map<string, string> {
  const rows = file.all('select command_key, answer from commands') as Row[];
  return new Map(rows.map((row) => [String(row['command_key']), String(row['answer'])]));
}

/** Receipt numbers run from 1 without a gap and are never given twice (N1). */
function checkReceipts(tally: Tally, when: string, file: SqliteFile): void {
  const rows = file.all(
    'select receipt_number as n from orders where receipt_number is not null order by 1',
  ) as { n: number }[];
  const wrong = rows.findIndex((row, i) => row.n !== i + 1);
  tally.check(wrong < 0, () => `${when}: receipt number ${wrong + 1} is missing or given twice`);
}
