import type { Page } from 'playwright-core';
import type { Evening } from './evening.ts';
import { itemTile } from './waiter.ts';

/** One picture of the till: how to get there from any other, signed in as the owner. */
export type Stop = {
  readonly name: string;
  readonly open: (page: Page, evening: Evening) => Promise<void>;
};

/** Every screen of the signed-in till, with its dialogs. */
export const tour: readonly Stop[] = [
  {
    name: 'floor',
    open: async (page) => {
      await page.goto('/floor');
      await page.getByText('Occupied').first().waitFor();
    },
  },
  {
    name: 'floor-list',
    open: async (page) => {
      await page.goto('/floor');
      await page.getByText('Occupied').first().waitFor();
      const list = page.getByRole('button', { name: 'List', exact: true });
      if (await list.isVisible()) await list.click();
      await page.locator('.FloorTableList').waitFor();
    },
  },
  { name: 'order', open: (page, { seated }) => openOrder(page, `/orders/${seated}`) },
  {
    name: 'order-line',
    open: async (page, { seated }) => {
      await openOrder(page, `/orders/${seated}`);
      await showOrder(page);
      await page.locator('.OrderLine-face').last().click();
      await page.locator('.OrderLine-actions').waitFor();
    },
  },
  {
    name: 'order-void',
    open: async (page, { seated }) => {
      await openOrder(page, `/orders/${seated}`);
      await showOrder(page);
      await page.locator('.OrderLine-face').first().click();
      await page.getByRole('button', { name: 'Void', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'order-bill',
    open: async (page, { billing }) => {
      await openOrder(page, `/orders/${billing}`);
      await showOrder(page);
      await page.getByRole('button', { name: 'Bill', exact: true }).click();
      await page.getByRole('dialog').locator('.Paper').waitFor();
    },
  },
  {
    name: 'order-search',
    open: async (page, { toGo }) => {
      await openOrder(page, `/orders/${toGo}`);
      await page.getByRole('searchbox', { name: 'Search the menu' }).fill('pep');
      await itemTile(page, 'Big Meat').waitFor({ state: 'detached' });
    },
  },
  { name: 'quick-sale', open: (page) => openOrder(page, '/orders/new?quick') },
  {
    name: 'portions',
    open: async (page, { seated }) => {
      await openOrder(page, `/orders/${seated}`);
      await itemTile(page, 'Greek').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'pay',
    open: (page, { seated }) => openPay(page, seated),
  },
  {
    name: 'pay-part',
    open: (page, { billing }) => openPay(page, billing),
  },
  {
    name: 'paid',
    open: async (page, { paid }) => {
      await page.goto(`/orders/${paid}/pay`);
      await page.getByRole('region', { name: 'Paid' }).waitFor();
    },
  },
  {
    name: 'receipts',
    open: async (page) => {
      await page.goto('/receipts');
      await page.locator('.ReceiptRow').first().waitFor();
    },
  },
  {
    name: 'receipt',
    open: async (page, { paid }) => {
      await page.goto(`/receipts/${paid}`);
      await page.locator('.Paper').waitFor();
    },
  },
  {
    name: 'person-menu',
    open: async (page) => {
      await page.goto('/floor');
      await page.getByRole('button', { name: /: menu$/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'keys',
    open: async (page) => {
      await page.goto('/floor');
      await page.getByText('Occupied').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'own-pin', open: (page) => openQuiet(page, '/pin') },
  { name: 'today', open: (page) => openQuiet(page, '/owner') },
  { name: 'reports', open: (page) => openQuiet(page, '/owner/reports') },
  { name: 'menu', open: (page) => openQuiet(page, '/owner/menu') },
  {
    name: 'menu-item',
    open: async (page) => {
      await openQuiet(page, '/owner/menu');
      await page.locator('main').getByRole('button').filter({ hasText: 'Greek' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'floor-editor', open: (page) => openQuiet(page, '/owner/floor') },
  { name: 'people', open: (page) => openQuiet(page, '/owner/people') },
  {
    name: 'person',
    open: async (page) => {
      await openQuiet(page, '/owner/people');
      await page.getByRole('button', { name: 'Maya' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'settings', open: (page) => openQuiet(page, '/owner/settings') },
  { name: 'journal', open: (page) => openQuiet(page, '/owner/journal') },
  { name: 'gallery', open: (page) => openQuiet(page, '/gallery') },
];

async function openOrder(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.ItemTile').first().waitFor();
}

/** On a phone the order stands behind its bar. */
async function showOrder(page: Page): Promise<void> {
  const pocket = page.locator('.OrderPocket');
  if (await pocket.isVisible()) await pocket.click();
}

async function openPay(page: Page, orderId: string): Promise<void> {
  await page.goto(`/orders/${orderId}/pay`);
  await page.getByRole('region', { name: 'Payment' }).waitFor();
}

/** A page that is all there once nothing of it is being loaded any more. */
async function openQuiet(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1, h2').first().waitFor();
  await settle(page);
}

/** Waits until nothing is being fetched, drawn or moved any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      // The gallery shows what loading looks like, for ever.
      document.querySelector('[aria-busy="true"]:not(.Gallery *)') === null &&
      document.fonts.status === 'loaded' &&
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .every(({ playState }) => playState !== 'running'),
  );
  // Two frames: one that lays out what has come, one that has painted it.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
