import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withDemoTill } from './demo-till.ts';
import { finger } from './finger.ts';
import type { Finger } from './finger.ts';
import type { Person } from './sign-in.ts';
import { printTable } from './print-table.ts';
import {
  addItem,
  categoryButton,
  itemTile,
  leavePaid,
  openCounter,
  openTable,
  orderLine,
  sendToKitchen,
  tableTile,
  toFloor,
  waitUntilPaid,
  waitUntilSaved,
} from './waiter.ts';

type Row = { task: string; taps: number; 'at most': number; 'reach for': number };

/** Plays a task by finger alone, and keeps how many taps it took. */
type Play = (
  task: string,
  limits: [atMost: number, reachFor: number],
  act: (finger: Finger) => Promise<void>,
) => Promise<void>;

const rows: Row[] = [];
after(() => printTable(rows));

test('every task of the till stays within its number of taps', async (t) => {
  await withDemoTill(async (till) => {
    const page = await till.terminal(till.maya);
    const play: Play = (task, [atMost, reachFor], act) =>
      t.test(task, async () => {
        const counted = await finger(page);
        await act(counted);
        const taps = await counted.taps();
        rows.push({ task, taps, 'at most': atMost, 'reach for': reachFor });
        assert.ok(taps <= atMost, `${task}: ${taps} taps, at most ${atMost}`);
      });
    await quickSales(page, play);
    await atATable(page, play);
    await theRest(page, play, till.marco);
  });
});

/** Three plain items of one category: the leaders need seven or eight taps. */
const three = ['Lemonade', 'Still water', 'Iced tea'];

async function quickSales(page: Page, play: Play): Promise<void> {
  await openCounter(page, 'Quick sale');
  await categoryButton(page, 'Drinks').click();
  await play('cash sale of 3 plain items, exact', [5, 4], async ({ tap }) => {
    for (const item of three) await tap(itemTile(page, item));
    await tap(page.getByRole('button', { name: /exact cash$/ }));
    await waitUntilPaid(page);
  });
  await leavePaid(page);
  await openCounter(page, 'Quick sale');
  await categoryButton(page, 'Drinks').click();
  await play('the same with change from a note', [5, 4], async ({ tap }) => {
    for (const item of three) await tap(itemTile(page, item));
    await tap(page.getByRole('button', { name: /^20\.00 cash$/ }));
    await waitUntilPaid(page);
  });
  await leavePaid(page);
}

async function atATable(page: Page, play: Play): Promise<void> {
  await play('table: open, 3 items, one with a portion, send', [8, 7], async ({ tap }) => {
    await tap(tableTile(page, '7'));
    await tap(categoryButton(page, 'Drinks'));
    await tap(itemTile(page, 'Draft beer'));
    await tap(page.getByRole('dialog').getByRole('button', { name: /^Pint/ }));
    await tap(itemTile(page, 'Lemonade'));
    await tap(itemTile(page, 'Iced tea'));
    await tap(page.getByRole('button', { name: 'Send 3' }));
    await page.getByRole('button', { name: 'Sent', exact: true }).waitFor();
  });
  await waitUntilSaved(page);
  await play('pay that table in cash with change', [3, 3], async ({ tap }) => {
    await tap(page.getByRole('button', { name: /^Pay \S/ }));
    await tap(page.getByRole('group', { name: 'Amount' }).getByRole('button', { name: '20.00' }));
    await tap(page.getByRole('button', { name: /^Take 20\.00 · give/ }));
    await waitUntilPaid(page);
  });
  await leavePaid(page);
}

async function theRest(page: Page, play: Play, marco: Person): Promise<void> {
  await play('reprint the last receipt', [2, 1], async ({ tap }) => {
    await page.evaluate(() =>
      Object.assign(globalThis, { print: () => (document.title = 'printed') }),
    );
    await tap(page.getByRole('button', { name: 'Print the last receipt again' }));
    await page.waitForFunction(() => document.title === 'printed');
  });
  await openTable(page, '4');
  await addItem(page, { item: 'Garlic bread', category: 'Sides' });
  await waitUntilSaved(page);
  await play('undo', [2, 1], async ({ tap }) => {
    await tap(page.getByRole('button', { name: 'Undo', exact: true }));
    await orderLine(page, { item: 'Garlic bread' }).waitFor({ state: 'detached' });
  });
  await addItem(page, { item: 'Garlic bread', category: 'Sides' });
  await addItem(page, { item: 'Lemonade', category: 'Drinks' });
  await sendToKitchen(page);
  await waitUntilSaved(page);
  await play('repeat a round', [2, 1], async ({ tap }) => {
    await tap(page.getByRole('button', { name: 'Repeat the last round' }));
    await page.getByRole('button', { name: 'Send 2' }).waitFor();
  });
  await sendToKitchen(page);
  await waitUntilSaved(page);
  await play('void a sent item, up to the PIN', [3, 3], async ({ tap }) => {
    await tap(orderLine(page, { item: 'Garlic bread' }).first().locator('.OrderLine-face'));
    await tap(page.getByRole('button', { name: 'Void', exact: true }));
    await tap(page.getByRole('dialog').getByRole('button', { name: 'Wrong item' }));
    await page.getByRole('group', { name: 'Who approves' }).waitFor();
  });
  await page.getByRole('button', { name: marco.name }).click();
  await page.keyboard.type(marco.pin);
  await page.keyboard.press('Enter');
  await page.getByText('void · Wrong item').waitFor();
  await play('86 an item', [3, 2], async ({ tap, longPress }) => {
    await longPress(itemTile(page, 'Iced tea'));
    await tap(page.getByRole('button', { name: 'Mark as sold out' }));
    await itemTile(page, 'Iced tea').getByText('Sold out').waitFor();
  });
  await toFloor(page);
}
