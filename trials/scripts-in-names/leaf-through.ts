import type { Locator, Page } from 'playwright-core';

/** Brings out, one view after the other, what a screen shows only when it is touched. */
export type LeafThrough = (page: Page) => AsyncGenerator<void, void>;

/** The order screen: every category to the end of its tiles, then an item with its words and its portions. */
export async function* leafThroughTiles(page: Page): AsyncGenerator<void, void> {
  const tiles = page.locator('.ItemTile');
  for (const category of await page.locator('.CategoryRail-one').all()) {
    await category.click();
    await tiles.first().waitFor();
    // Tiles are drawn when somebody scrolls there.
    await page.waitForFunction(() => {
      const grid = document.querySelector('.TileGrid-scroll');
      grid?.scrollTo(0, grid.scrollHeight);
      return grid?.querySelector('.TileGrid-end') === null;
    });
    yield;
  }
  // A long press tells more; a tap asks for the portion.
  const withPortions = tiles.filter({ hasText: 'from ' }).first();
  yield* inDialog(page, () => withPortions.click({ button: 'right' }));
  yield* inDialog(page, () => withPortions.click());
}

/** The menu editor: every category with all its rows, then the dialogs of an item, a category and the taxes. */
export async function* leafThroughEditor(page: Page): AsyncGenerator<void, void> {
  const more = page.getByRole('button', { name: /^Show more/ });
  for (const category of await page.locator('.CategoryRow').all()) {
    await category.click();
    while (await more.isVisible()) await more.click();
    yield;
  }
  yield* inDialog(page, () => page.locator('.ItemRow-open').first().click());
  yield* inDialog(page, () => editButton(page).click());
  yield* inDialog(page, () => page.getByRole('button', { name: 'Taxes' }).click());
}

/** The people: the dialog of one of them. */
export async function* leafThroughPeople(page: Page): AsyncGenerator<void, void> {
  yield* inDialog(page, () => page.locator('.PersonRow').last().click());
}

function editButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Edit / }).first();
}

async function* inDialog(page: Page, open: () => Promise<void>): AsyncGenerator<void, void> {
  const dialog = page.getByRole('dialog');
  await open();
  await dialog.waitFor();
  yield;
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}
