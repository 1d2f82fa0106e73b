import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertNoBarriers } from './barriers.ts';
import { withDemoTill } from './demo-till.ts';
import { layOutEvening } from './evening.ts';
import { missableTargets } from './targets.ts';
import { withTill } from './till.ts';
import { settle, tour } from './tour.ts';
import type { Stop } from './tour.ts';

const themes = ['dark', 'light'] as const;
/** Screens that are worked on standing up, in a hurry. */
const tillScreens = new Set([
  'floor',
  'floor-list',
  'order',
  'order-line',
  'order-void',
  'order-bill',
  'quick-sale',
  'portions',
  'pay',
  'pay-part',
  'paid',
  'receipts',
  'receipt',
  'person-menu',
]);
const still = { reducedMotion: 'reduce', colorScheme: 'dark' } as const;

test('WCAG 2.2 AA: nothing found on any screen, in either theme', async (t) => {
  await withDemoTill(async (till) => {
    const page = await till.terminal(till.olivia, still);
    const evening = await layOutEvening(page);
    for (const stop of tour) {
      await t.test(stop.name, async () => {
        await stop.open(page, evening);
        await checkInBothThemes(page, stop.name);
      });
    }
    await t.test('lock', async () => {
      const lock = await till.openPage(still);
      await lock.goto('/');
      await lock.locator('.PersonTiles').waitFor();
      await checkInBothThemes(lock, 'lock');
      assert.deepEqual(await missableTargets(lock, { size: 48, gap: 8 }), []);
    });
  });
});

test('WCAG 2.2 AA: nothing found at the first start', async () => {
  await withTill(async (till) => {
    const page = await till.openPage(still);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Your place' }).waitFor();
    await checkInBothThemes(page, 'first start');
  });
});

test('X1: on the screens of the till every target is 48 px and 8 px from the next, tiles and Pay 64', async (t) => {
  await withDemoTill(async (till) => {
    const page = await till.terminal(till.olivia, still);
    const evening = await layOutEvening(page);
    for (const stop of tour.filter(isTillScreen)) {
      await t.test(stop.name, async () => {
        await stop.open(page, evening);
        await settle(page);
        assert.deepEqual(await missableTargets(page, { size: 48, gap: 8 }), []);
        for (const big of await page
          .locator('.ItemTile:visible, .OrderButtons-pay, .PayPanel-take')
          .all()) {
          const box = await big.boundingBox();
          assert.ok((box?.height ?? 0) >= 64, `${await big.innerText()} is ${box?.height} px high`);
        }
      });
    }
  });
});

function isTillScreen({ name }: Stop): boolean {
  return tillScreens.has(name);
}

async function checkInBothThemes(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForFunction((one) => document.documentElement.dataset['theme'] === one, theme);
    await settle(page);
    await settle(page);
    await assertNoBarriers(page, `${name}, ${theme}`);
  }
}
