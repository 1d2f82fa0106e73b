import type { Locator, Page } from 'playwright-core';

/** What a waiter does on the till's screens, by what stands on them. */

export type Wanted = {
  readonly item: string;
  readonly portion?: string;
  /** Looked up first, where the item is far down among all of them. */
  readonly category?: string;
};

export async function toFloor(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: 'Back', exact: true });
  await floorHeading(page).or(back).first().waitFor();
  if (!(await floorHeading(page).isVisible())) await back.click();
  await floorHeading(page).waitFor();
}

/** `state` is waited for: a floor that has not heard yet of what another screen did opens what was there before. */
export async function openTable(
  page: Page,
  table: string,
  state?: 'Available' | 'Occupied',
): Promise<void> {
  await toFloor(page);
  const tile = tableTile(page, table);
  await (state === undefined ? tile : tile.filter({ hasText: state })).click();
  await orderTitle(page, /^\d/.test(table) ? `Table ${table}` : table).waitFor();
}

export async function openCounter(page: Page, kind: 'Quick sale' | 'To go'): Promise<void> {
  await toFloor(page);
  await page.getByRole('button', { name: kind, exact: true }).click();
  await orderTitle(page, kind).waitFor();
}

export function tableTile(page: Page, table: string): Locator {
  const name = new RegExp(`^(Table )?${table} `);
  return page.locator('.FloorScreen-room').getByRole('button', { name });
}

export function itemTile(page: Page, item: string): Locator {
  return page
    .getByRole('toolbar', { name: 'Items' })
    .getByRole('button')
    .filter({ has: page.getByText(item, { exact: true }) });
}

export function categoryButton(page: Page, category: string): Locator {
  return page
    .getByRole('region', { name: 'Categories' })
    .getByRole('button', { name: category, exact: true });
}

export async function openCategory(page: Page, category: string): Promise<void> {
  const button = categoryButton(page, category);
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

/** One tap for a plain item, two for one with portions. */
export async function addItem(page: Page, { item, portion, category }: Wanted): Promise<void> {
  if (category !== undefined) await openCategory(page, category);
  await itemTile(page, item).click();
  if (portion !== undefined) await pickPortion(page, portion);
}

export async function pickPortion(page: Page, portion: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog
    .locator('.PortionDialog-one')
    .filter({ has: page.getByText(portion, { exact: true }) })
    .click();
  await dialog.waitFor({ state: 'detached' });
}

/** The order on this screen, once it has an id of its own. */
export async function openOrderId(page: Page): Promise<string> {
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** A line of the order on screen, by its item and portion. */
export function orderLine(page: Page, { item, portion }: Wanted): Locator {
  const named = page.locator('.OrderLine').filter({ has: page.getByText(item, { exact: true }) });
  return portion === undefined ? named : named.filter({ hasText: portion });
}

export async function sendToKitchen(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send \d/ }).click();
  await page.getByRole('button', { name: 'Sent', exact: true }).waitFor();
}

/** From the order to the screen where it is paid. */
export async function goToPay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay \S/ }).click();
  await page.getByRole('region', { name: 'Payment' }).waitFor();
}

export async function chooseTender(page: Page, tender: string): Promise<void> {
  await page.getByRole('group', { name: 'Tender' }).getByRole('button', { name: tender }).click();
}

/** Presses the big button, whatever it says, and waits until the server has committed. */
export async function take(page: Page): Promise<void> {
  await page.locator('.PayPanel-take').click();
  await waitUntilPaid(page);
}

export async function waitUntilPaid(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Paid' }).waitFor();
}

export async function leavePaid(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'To the floor' }).click();
  await floorHeading(page).waitFor();
}

/** Waits until everything tapped here has been answered by the server. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.locator('.SavedBadge').getByText('Saved', { exact: true }).waitFor();
}

function floorHeading(page: Page): Locator {
  return page.getByRole('heading', { level: 1, name: 'Floor', exact: true });
}

function orderTitle(page: Page, title: string): Locator {
  return page.getByRole('heading', { level: 1, name: title, exact: true });
}
