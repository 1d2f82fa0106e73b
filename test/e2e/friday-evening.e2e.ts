import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { SalesReport } from '../../src/contract/reports.ts';
import type { Session } from '../../src/contract/site.ts';
import { askOk } from './api.ts';
import { fillOwner, fillPlace, importMenu, openTill } from './first-start-steps.ts';
import { expectedReport } from './friday-books.ts';
import type { Served } from './friday-books.ts';
import { menuWithTax, readFriday, readPortionCounts } from './friday.ts';
import type { FridayLine, FridayOrder } from './friday.ts';
import { addTables, hire } from './owner.ts';
import { signIn } from './sign-in.ts';
import { withTill } from './till.ts';
import {
  addItem,
  chooseTender,
  goToPay,
  leavePaid,
  openCounter,
  openTable,
  orderLine,
  sendToKitchen,
  take,
  toFloor,
  waitUntilPaid,
  waitUntilSaved,
} from './waiter.ts';

const olivia = { name: 'Olivia', pin: '274109' };
const maya = { name: 'Maya', pin: '5031' };
const taxPpm = 88_750;

/** One terminal and whoever stands at it. */
type Terminal = { readonly page: Page; readonly person: string };

const portionCounts = readPortionCounts();

test('a Friday evening, tapped order by order at two terminals, ends with the books of the data', async () => {
  await withTill(async (till) => {
    const page = await till.openPage({ reducedMotion: 'reduce' });
    await setUpPizzeria(page, till.dataDirectory);
    const first = { page, person: olivia.name };
    const second = { page: await till.openPage({ reducedMotion: 'reduce' }), person: maya.name };
    await signIn(second.page, maya);
    const { businessDate } = await askOk<Session>(page, 'GET', '/session');

    const served: Served[] = [];
    for (const [round, orders] of inRounds(readFriday(42)).entries()) {
      served.push(...(await playRound(round, orders, first, second)));
    }
    assert.ok(served.length >= 30);

    const { businessDate: endDate } = await askOk<Session>(page, 'GET', '/session');
    const range = { from: businessDate, to: endDate };
    const { report } = await askOk<{ report: SalesReport }>(
      page,
      'GET',
      `/reports/sales?from=${range.from}&to=${range.to}`,
    );
    const expected = expectedReport(served, taxPpm);
    assert.deepEqual({ ...report, ...expected }, report);
    const printed = await till.command('report', '--from', range.from, '--to', range.to, '--json');
    assert.equal(printed.code, 0);
    assert.deepEqual(JSON.parse(printed.stdout), report);
    const verified = await till.command('verify', '--json');
    assert.equal(verified.code, 0, verified.stdout + verified.stderr);
    console.log(
      `${report.orders} orders, ${report.items} pizzas, ${(report.total / 100).toFixed(2)}: screens, API and command line agree`,
    );
  });
});

async function setUpPizzeria(page: Page, folder: string): Promise<void> {
  await fillPlace(page, { name: 'Pizzeria', country: 'United States' });
  await page.getByText('include the tax').click();
  await page.getByRole('button', { name: 'Add a tax' }).click();
  await page.getByLabel('Name of the tax').fill('Sales tax');
  await page.getByLabel('Rate', { exact: true }).fill('8.875');
  await fillOwner(page, olivia);
  const menuFile = join(folder, 'menu.csv');
  await writeFile(menuFile, menuWithTax('Sales tax'));
  await importMenu(page, menuFile);
  await openTill(page);
  await addTables(page, 'Dining room', 6);
  await hire(page, maya, 'Cashier');
  await page.goto('/floor');
}

/** Six orders that are open at the same time: four at tables, two to go. */
function inRounds(orders: readonly FridayOrder[]): FridayOrder[][] {
  const rounds: FridayOrder[][] = [];
  for (let at = 0; at < orders.length; at += 6) rounds.push(orders.slice(at, at + 6));
  return rounds;
}

/** In even rounds both terminals work at once, in odd ones the first works alone. */
async function playRound(
  round: number,
  orders: readonly FridayOrder[],
  first: Terminal,
  second: Terminal,
): Promise<Served[]> {
  const alone = round % 2 === 1;
  const served = new Map<FridayOrder, Served>();
  const atTables = orders.slice(0, 4);
  const serve = async (terminal: Terminal, mine: readonly FridayOrder[]): Promise<void> => {
    for (const order of mine) {
      const place = atTables.indexOf(order);
      if (place >= 0) await takeTableOrder(terminal, order, place + 1, round);
      else served.set(order, await sellToGo(terminal, order, orders.indexOf(order)));
    }
  };
  const [half, rest] = alone ? [orders, []] : [everyOther(orders, 0), everyOther(orders, 1)];
  await Promise.all([serve(first, half), serve(second, rest)]);

  // Whoever has not taken the order is paid: the bill is the same on every screen.
  const settle = async (terminal: Terminal, theirs: readonly FridayOrder[]): Promise<void> => {
    for (const order of theirs) {
      const table = atTables.indexOf(order) + 1;
      if (table > 0) served.set(order, await settleTable(terminal, order, table, round));
    }
  };
  await Promise.all([settle(second, half), settle(first, rest)]);
  return orders.map((order) => served.get(order)).filter((each) => each !== undefined);
}

function everyOther<T>(all: readonly T[], from: 0 | 1): T[] {
  return all.filter((_, index) => index % 2 === from);
}

async function takeTableOrder(
  { page }: Terminal,
  { lines }: FridayOrder,
  table: number,
  round: number,
): Promise<void> {
  await openTable(page, String(table), 'Available');
  await addLines(page, lines);
  const [first] = lines;
  if (table === 1 && first) await addNote(page, first, 'no olives');
  if (table === 2 && round === 0) await orderTooMuch(page, lines);
  await sendToKitchen(page);
  await waitUntilSaved(page);
  await toFloor(page);
}

async function addLines(page: Page, lines: readonly FridayLine[]): Promise<void> {
  for (const { item, portion, category, quantity } of lines) {
    if (quantity > 1) await page.keyboard.type(String(quantity));
    const hasSizes = (portionCounts.get(item) ?? 0) > 1;
    await addItem(page, { item, category, ...(hasSizes ? { portion } : {}) });
  }
}

async function addNote(page: Page, { item, portion }: FridayLine, note: string): Promise<void> {
  const line = orderLine(page, { item, portion });
  await line.locator('.OrderLine-face').click();
  await line.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByLabel('Note for the kitchen').fill(note);
  await page.getByRole('button', { name: 'Save the note' }).click();
  await line.getByText(note).waitFor();
}

/** One more of everything, taken back one by one. */
async function orderTooMuch(page: Page, lines: readonly FridayLine[]): Promise<void> {
  for (const { item, portion } of lines) {
    const line = orderLine(page, { item, portion });
    await line.locator('.OrderLine-face').click();
    await line.getByRole('button', { name: 'One more' }).click();
    await line.getByRole('button', { name: 'One fewer' }).click();
  }
}

async function sellToGo(
  { page, person }: Terminal,
  order: FridayOrder,
  index: number,
): Promise<Served> {
  await openCounter(page, 'To go');
  await addLines(page, order.lines);
  const byCard = index % 2 === 1;
  if (byCard) await payByCard(page);
  else {
    await page.getByRole('button', { name: /exact cash$/ }).click();
    await waitUntilPaid(page);
  }
  await leavePaid(page);
  return { order, table: '', cashier: person, tenders: [byCard ? 'Card' : 'Cash'] };
}

async function settleTable(
  { page, person }: Terminal,
  order: FridayOrder,
  table: number,
  round: number,
): Promise<Served> {
  await openTable(page, String(table), 'Occupied');
  const byCard = (table + round) % 3 === 0;
  if (byCard) await payByCard(page);
  else {
    await goToPay(page);
    // The last of the notes offered is the largest: it always gives change.
    await page.getByRole('group', { name: 'Amount' }).getByRole('button').last().click();
    await take(page);
  }
  await leavePaid(page);
  return { order, table: String(table), cashier: person, tenders: [byCard ? 'Card' : 'Cash'] };
}

async function payByCard(page: Page): Promise<void> {
  await goToPay(page);
  await chooseTender(page, 'Card');
  await take(page);
}
