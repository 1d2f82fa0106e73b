import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { withDemoTill } from './demo-till.ts';

type Theme = 'dark' | 'light';

test('the theme follows the system until it is chosen, then stays chosen on this screen', async () => {
  await withDemoTill(async (till) => {
    const page = await till.terminal(till.maya, { colorScheme: 'dark' });
    assert.equal(await shownTheme(page), 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await waitForTheme(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await waitForTheme(page, 'dark');

    await page.getByRole('button', { name: 'Light theme' }).click();
    await waitForTheme(page, 'light');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Floor' }).waitFor();
    assert.equal(await shownTheme(page), 'light');
    await page.getByRole('button', { name: 'Lock the screen' }).click();
    await page.getByRole('button', { name: 'Light: change the theme' }).click();
    await waitForTheme(page, 'dark');
  });
});

test('a chosen theme is there before the first pixel, whatever the system says', async () => {
  await withDemoTill(async (till) => {
    for (const theme of ['dark', 'light'] as const) {
      const page = await till.openPage({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
      await page.addInitScript((chosen) => {
        localStorage.setItem('armorpos.theme', chosen);
        watchFirstFrame();
        // Runs before anything of the page: what the theme is when the body comes, and at each frame.
        function watchFirstFrame(): void {
          const seen: string[] = [];
          Object.assign(globalThis, { themesSeen: () => seen });
          const note = (): void => {
            if (document.body) seen.push(document.documentElement.dataset['theme'] ?? 'none');
          };
          new MutationObserver((_, observer) => {
            if (!document.body) return;
            observer.disconnect();
            note();
          }).observe(document, { childList: true, subtree: true });
          const eachFrame = (): void => {
            note();
            if (seen.length < 60) requestAnimationFrame(eachFrame);
          };
          requestAnimationFrame(eachFrame);
        }
      }, theme);
      await page.goto('/');
      await page.locator('.PersonTiles').waitFor();
      const seen = await page.evaluate(() =>
        (Reflect.get(globalThis, 'themesSeen') as () => string[])(),
      );
      assert.ok(seen.length > 0);
      assert.deepEqual([...new Set(seen)], [theme]);
      await page.context().close();
    }
  });
});

function shownTheme(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['theme']);
}

async function waitForTheme(page: Page, theme: Theme): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset['theme'] === wanted,
    theme,
  );
}
