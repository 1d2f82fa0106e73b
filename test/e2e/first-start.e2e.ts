import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Menu } from '../../src/contract/menu.ts';
import type { SalesReport } from '../../src/contract/reports.ts';
import type { Session, Welcome } from '../../src/contract/site.ts';
import { ask, askOk } from './api.ts';
import { fillOwner, fillPlace, importMenu, menuFile, openTill } from './first-start-steps.ts';
import { signIn, typePin } from './sign-in.ts';
import { withTill } from './till.ts';
import { until } from './until.ts';
import { itemTile, openCategory, openCounter } from './waiter.ts';
import { untaxedPlace } from './untaxed-place.ts';

const codeShape = /^([0-9A-Z]{4}-)+[0-9A-Z]{4}$/;
const olivia = { name: 'Olivia', pin: '274109' };
/** A year of sales is written, on a slow machine that is busy with other things. */
const yearMs = 240_000;

test('first start: the country proposes, the owner gets a PIN and a code, a menu comes from a file', async () => {
  await withTill(async (till) => {
    const page = await till.openPage();
    await fillPlace(page, { name: 'Trattoria Aurora', country: 'Italy' });
    // Proposed to be looked over, not guessed silently.
    await showsValue(page.getByRole('combobox', { name: 'Currency' }), /^EUR/);
    await showsValue(page.getByRole('combobox', { name: 'Time zone' }), /^Europe\/Rome$/);
    await showsValue(page.getByLabel('The business day ends at'), /^04:00$/);
    await page.getByRole('radio', { name: 'include the tax', checked: true }).waitFor({
      state: 'attached',
    });
    const code = await fillOwner(page, olivia);
    assert.match(code, codeShape);
    await importMenu(page, menuFile, 'IVA 10 % (10%)');
    await page.getByText('32 items were imported').waitFor();
    await page.getByText('with 91 prices in 4 new categories').waitFor();
    const { taxes, items } = await askOk<Menu>(page, 'GET', '/menu');
    const taxId = taxes.find(({ name }) => name === 'IVA 10 %')?.taxId;
    assert.ok(items.every(({ taxIds }) => taxIds.length === 1 && taxIds[0] === taxId));
    await openTill(page);

    const welcome = await askOk<Welcome>(page, 'GET', '/welcome');
    assert.equal(welcome.name, 'Trattoria Aurora');
    assert.deepEqual(
      welcome.people.map(({ name }) => name),
      ['Olivia'],
    );
    await openCounter(page, 'Quick sale');
    await openCategory(page, 'Supreme');
    await itemTile(page, 'Brie Carré').waitFor();

    // Nobody can set it up a second time, and no other device is in without the PIN.
    const stranger = await till.openPage();
    await stranger.goto('/');
    await stranger.getByRole('heading', { name: 'Hello, Olivia' }).waitFor();
    const again = await ask(stranger, 'POST', '/setup', {
      ...untaxedPlace,
      name: 'Second',
      owner: olivia,
    });
    assert.equal(again.status, 409);
    assert.equal((await ask(stranger, 'GET', '/menu')).status, 401);
    await typePin(stranger, { ...olivia, pin: '111111' });
    await stranger.getByText('That PIN is not right.').waitFor();
    assert.equal((await ask(stranger, 'GET', '/menu')).status, 401);
    await signIn(stranger, olivia);
  });
});

test('first start: the recovery code lets an owner choose a new PIN, once, and can be replaced', async () => {
  await withTill(async (till) => {
    const page = await till.openPage();
    await fillPlace(page, { name: 'Aurora', country: 'Germany' });
    const code = await fillOwner(page, olivia);
    await page.getByRole('button', { name: /^Empty/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor();
    await page.getByText('There are no tables here yet').waitFor();

    await page.getByRole('button', { name: 'Lock the screen' }).click();
    await page.getByRole('button', { name: 'The owner’s PIN is lost' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Recovery code').fill(code);
    await dialog.getByLabel('New PIN', { exact: true }).fill('9090');
    await dialog.getByLabel('The same PIN again').fill('9090');
    await dialog.getByRole('button', { name: 'Set the PIN' }).click();
    // This one must be answered: the new code is shown this once.
    const told = page.getByRole('alertdialog', { name: 'Your new recovery code' });
    const next = await told.getByLabel('Recovery code').innerText();
    assert.match(next, codeShape);
    assert.notEqual(next, code);
    await told.getByRole('button', { name: 'I have kept it' }).click();
    await signIn(page, { ...olivia, pin: '9090' });
    const reused = await ask(page, 'POST', '/recovery', { code, pin: '4321' });
    assert.notEqual(reused.status, 200);

    // The owner makes another one on the settings page, which is the end of the one before.
    await page.goto('/owner/settings');
    await page.getByRole('button', { name: 'Make a new code' }).click();
    await page.getByRole('dialog').getByLabel('Your PIN').fill('9090');
    await page.keyboard.press('Enter');
    const third = await told.getByLabel('Recovery code').innerText();
    assert.match(third, codeShape);
    await told.getByRole('button', { name: 'I have kept it' }).click();
    const dead = await ask(page, 'POST', '/recovery', { code: next, pin: '4321' });
    assert.notEqual(dead.status, 200);
    const alive = await ask(page, 'POST', '/recovery', { code: third, pin: '4321' });
    assert.equal(alive.status, 200);
  });
});

test('first start: a menu with a broken row is refused whole, then its good rows are taken', async () => {
  await withTill(async (till) => {
    const page = await till.openPage();
    await fillPlace(page, { name: 'Aurora', country: 'United States' });
    await fillOwner(page, olivia);
    const file = join(till.dataDirectory, 'broken.csv');
    await writeFile(file, 'category,item,price\nSoup,Ribollita,7.50\nSoup,Minestrone,seven\n');
    await page.getByLabel('Menu file').setInputFiles(file);
    await page.getByRole('button', { name: 'Import the good rows' }).waitFor();
    assert.deepEqual((await askOk<Menu>(page, 'GET', '/menu')).items, []);
    await page.getByRole('button', { name: 'Import the good rows' }).click();
    await page.getByText('1 item was imported').waitFor();
    await page.getByRole('cell', { name: 'seven' }).waitFor();
    await openTill(page);
    const { items } = await askOk<Menu>(page, 'GET', '/menu');
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Ribollita'],
    );
  });
});

test('first start: the demo restaurant comes with its tables and a year of sales', async () => {
  await withTill(async (till) => {
    const page = await till.openPage();
    await fillPlace(page, { name: 'To try', country: 'United States' });
    await fillOwner(page, olivia);
    await page.getByRole('button', { name: /^The demo restaurant/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor({ timeout: yearMs });
    await page.getByRole('button', { name: /^Table 7 Available/ }).waitFor();
    const { businessDate } = await askOk<Session>(page, 'GET', '/session');
    const year = `from=${shifted(businessDate, -380)}&to=${businessDate}`;
    const { report } = await askOk<{ report: SalesReport }>(page, 'GET', `/reports/sales?${year}`);
    assert.equal(report.orders, 21_350);
    assert.equal(report.total, 81_786_005);
  });
});

async function showsValue(field: Locator, wanted: RegExp): Promise<void> {
  await until(`${field} shows ${wanted}`, async () => wanted.test(await field.inputValue()));
}

function shifted(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
