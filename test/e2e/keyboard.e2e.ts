import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { withDemoTill } from './demo-till.ts';
import { waitUntilPaid } from './waiter.ts';

test('X3: sign in, order, pay and lock with the keyboard alone', async () => {
  await withDemoTill(async (till) => {
    const page = await till.openPage();
    const { keyboard } = page;
    await page.goto('/');
    await page.locator('.PersonTiles').waitFor();
    await tabTo(page, 'input[type="radio"]');
    while (!(await page.getByRole('heading', { name: 'Hello, Maya' }).isVisible())) {
      await keyboard.press('ArrowDown');
    }
    await keyboard.type(till.maya.pin);
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor();

    // Typing anywhere finds, digits before it count.
    await tabTo(page, 'button', 'Quick sale');
    await keyboard.press('Enter');
    await page.locator('.ItemTile').first().waitFor();
    await keyboard.press('2');
    await type(page, 'garlic br');
    await page.locator('.OrderLine').filter({ hasText: 'Garlic bread' }).waitFor();
    assert.match(await page.locator('.OrderLine-face').first().innerText(), /^2\s+Garlic bread/);
    await keyboard.press('/');
    await type(page, 'hawai');
    await page.locator('.PortionDialog-one:focus').filter({ hasText: 'Small' }).waitFor();
    await keyboard.press('ArrowDown');
    await page.locator('.PortionDialog-one:focus').filter({ hasText: 'Medium' }).waitFor();
    await keyboard.press('Enter');
    await page.locator('.OrderLine').filter({ hasText: 'Medium' }).waitFor();
    // An open dialog has the keyboard to itself.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await type(page, 'lemonade');
    await page.locator('.OrderLine').filter({ hasText: 'Lemonade' }).waitFor();
    await keyboard.press('Control+z');
    await page.locator('.OrderLine').filter({ hasText: 'Lemonade' }).waitFor({ state: 'detached' });
    await keyboard.press('F4');
    await page.getByRole('button', { name: 'Sent', exact: true }).waitFor();
    await keyboard.press('F8');
    await waitUntilPaid(page);

    // The next sale is one key away; this one by card.
    await page.locator('button:focus').filter({ hasText: 'New sale' }).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'New order' }).waitFor();
    await type(page, 'iced tea');
    await page.locator('.OrderLine').filter({ hasText: 'Iced tea' }).waitFor();
    await keyboard.press('F9');
    await page.getByText('Confirm that the terminal took').waitFor();
    await keyboard.press('Enter');
    await waitUntilPaid(page);

    await keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Hello, Maya' }).waitFor();
  });
});

/** Finds an item by its name and takes the first of what is found. */
async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Presses Tab until such an element has the focus, and sees to it that the focus is drawn. */
async function tabTo(page: Page, selector: string, words = ''): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      ([selector, words]) =>
        document.activeElement instanceof HTMLElement &&
        document.activeElement.matches(`${selector}:focus-visible`) &&
        document.activeElement.innerText.includes(words),
      [selector, words] as const,
    );
    if (isThere) return;
  }
  assert.fail(`Tab never comes to ${selector} ${words}`);
}
