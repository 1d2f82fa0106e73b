import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { withDemoTill } from './demo-till.ts';
import { patienceMs } from './till.ts';

const newer = '99.0.0';

test('a screen that stayed open over an update says so, and leaves when to load it to its person', async () => {
  await withDemoTill(async (till) => {
    const page = await till.terminal(till.maya);
    await pretendUpdated(page);
    await page.getByText('The till was updated').waitFor({ timeout: patienceMs });
    // Nothing is taken out of anybody's hands meanwhile.
    await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Load the screen again' }).click();
    await loaded;
    await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor();
    assert.equal(await page.getByText('The till was updated').count(), 0);
  });
});

test('a screen at which nobody is signed in loads the updated till by itself, once', async () => {
  await withDemoTill(async (till) => {
    const page = await till.terminal(till.maya);
    let loads = 0;
    page.on('load', () => (loads += 1));
    await pretendUpdated(page);
    const loaded = page.waitForEvent('load', { timeout: patienceMs });
    await page.getByRole('button', { name: 'Lock the screen' }).click();
    await loaded;
    // The same pages came, as if the server had kept them: once more is of no use.
    await page.locator('.PersonTiles').waitFor();
    await page.waitForTimeout(2_000);
    assert.equal(loads, 1);
  });
});

/** From now on the till says that it is another version than these screens. */
async function pretendUpdated(page: Page): Promise<void> {
  for (const path of ['**/api/health', '**/api/welcome']) {
    await page.route(path, async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as object;
      await route.fulfill({ response, json: { ...answer, version: newer } });
    });
  }
}
