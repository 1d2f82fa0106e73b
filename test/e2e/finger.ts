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
    if (await isInView(target)) return;
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

/** Whether no edge cuts it off. What merely lies over it goes away, such as a dialog that closes; a tap waits for that. */
function isInView(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const [across, down] = [x + width / 2, y + height / 2];
    const isWithin = (box: { left: number; top: number; right: number; bottom: number }): boolean =>
      across >= box.left && across <= box.right && down >= box.top && down <= box.bottom;
    if (!isWithin({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) return false;
    for (let one = element.parentElement; one; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const cuts = /auto|scroll|hidden|clip/.test(`${overflowX} ${overflowY}`);
      if (cuts && !isWithin(one.getBoundingClientRect())) return false;
    }
    return true;
  });
}
