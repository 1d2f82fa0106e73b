import type { Locator, Page } from 'playwright-core';

/** A finger whose every touch is counted by the page itself. */
export type Finger = {
  /** Taps what is in view; what is not costs a scroll first, and a scroll is a tap. */
  readonly tap: (target: Locator) => Promise<void>;
  readonly longPress: (target: Locator) => Promise<void>;
  readonly taps: () => Promise<number>;
};

/** Counts what is done with the pointer on this page, from now on until it is loaded anew. */
export async function finger(page: Page): Promise<Finger> {
  await page.evaluate(() => {
    let pointersDown = 0;
    addEventListener('pointerdown', () => (pointersDown += 1), { capture: true });
    Object.assign(globalThis, { pointersDown: () => pointersDown });
  });
  let scrolls = 0;
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    if (await isUnderFinger(target)) return;
    scrolls += 1;
    await target.scrollIntoViewIfNeeded();
  };
  return {
    tap: async (target) => {
      await reach(target);
      await target.click();
    },
    longPress: async (target) => {
      await reach(target);
      // What Chromium makes of a long press on a touch screen.
      await target.click({ button: 'right' });
    },
    taps: async () => scrolls + ((await page.evaluate('pointersDown()')) as number),
  };
}

function isUnderFinger(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return hit !== null && element.contains(hit);
  });
}
