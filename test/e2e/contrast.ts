import type { Page } from 'playwright-core';

export type Contrast = {
  readonly selector: string;
  readonly words: string;
  readonly ratio: number;
  readonly needed: number;
};

/** A text on the screen: where its lines stand, and what it is drawn with. */
type Shown = {
  selector: string;
  words: string;
  colour: string;
  opacity: number;
  isLarge: boolean;
  boxes: { x: number; y: number; width: number; height: number }[];
};

/**
 * Settles by real pixels what axe cannot tell: text over glass. Each element is brought into view, the screen
 * is taken with all text transparent, and the text's colour is held against the worst pixel behind it.
 */
export async function measureContrast(
  page: Page,
  selectors: readonly string[],
): Promise<Contrast[]> {
  const scratch = await page.context().newPage();
  const measured: Contrast[] = [];
  const looks = await looksOf(page, selectors);
  const settled = new Set<string | undefined>();
  let left = [...selectors];
  while (left.length > 0) {
    const [next = ''] = left;
    await page
      .locator(next)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const shown = await textsInView(page, left);
    if (shown.length > 0) {
      const png = await withoutText(page, () => page.screenshot({ scale: 'css' }));
      measured.push(...(await compare(scratch, png, shown)));
    }
    for (const { selector } of shown) settled.add(looks.get(selector));
    // What cannot be brought into view has no pixels to settle it by.
    if (!settled.has(looks.get(next))) {
      measured.push({ selector: next, words: 'never in view', ratio: 0, needed: 4.5 });
    }
    // The rows of a list scroll over the same glass: those further down look like those measured.
    left = left.filter((selector) => selector !== next && !settled.has(looks.get(selector)));
  }
  await scratch.close();
  await page.bringToFront();
  return measured;
}

/** What a text and all that it stands on look like; equal for the rows of a list. */
async function looksOf(page: Page, selectors: readonly string[]): Promise<Map<string, string>> {
  const looks = await page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const found: string[] = [];
        let element = document.querySelector(selector);
        for (; element; element = element.parentElement) {
          const { color, opacity, fontSize, fontWeight, backgroundColor, backgroundImage } =
            getComputedStyle(element);
          if (found.length === 0) found.push(color, fontSize, fontWeight);
          found.push(element.tagName, opacity, backgroundColor, backgroundImage);
        }
        return found.join(' ');
      }),
    selectors,
  );
  return new Map(selectors.map((selector, index) => [selector, looks[index] ?? '']));
}

function textsInView(page: Page, selectors: readonly string[]): Promise<Shown[]> {
  return page.evaluate((selectors) => {
    const found: Shown[] = [];
    for (const selector of selectors) {
      const element = document.querySelector<HTMLElement>(selector);
      if (!element) continue;
      const boxes = boxesOf(element).filter((box) => isInView(element, box));
      if (boxes.length === 0) continue;
      const isEmptyField = isField(element) && element.value === '';
      const style = getComputedStyle(element, isEmptyField ? '::placeholder' : null);
      const size = Number.parseFloat(style.fontSize);
      const isBold = Number(style.fontWeight) >= 700;
      found.push({
        selector,
        words: (element.innerText || element.getAttribute('placeholder') || '').slice(0, 40),
        colour: style.color,
        opacity: opacityOf(element),
        isLarge: size >= 24 || (isBold && size >= 18.66),
        boxes,
      });
    }
    return found;

    function isField(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
      return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    }

    function boxesOf(element: HTMLElement): DOMRect[] {
      if (isField(element)) return [insideOf(element)];
      const texts = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
      );
      return texts.flatMap((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return [...range.getClientRects()];
      });
    }

    /** A field without its border and padding, where the text of another colour is none. */
    function insideOf(field: HTMLElement): DOMRect {
      const { x, y, width, height } = field.getBoundingClientRect();
      const style = getComputedStyle(field);
      const [left, right] = [style.paddingLeft, style.paddingRight].map(Number.parseFloat);
      const inset = Math.max(4, left ?? 0);
      return new DOMRect(
        x + inset,
        y + height / 4,
        width - inset - Math.max(4, right ?? 0),
        height / 2,
      );
    }

    function isInView(element: HTMLElement, { x, y, width, height }: DOMRect): boolean {
      if (x < 0 || y < 0 || x + width > innerWidth + 1 || y + height > innerHeight + 1)
        return false;
      // Cut off by a list that scrolls, or under something else: these pixels are not behind the text.
      return [y + 2, y + height - 2].every((at) => {
        const hit = document.elementFromPoint(x + width / 2, at);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
    }

    function opacityOf(element: Element): number {
      let opacity = 1;
      for (let one: Element | null = element; one; one = one.parentElement) {
        opacity *= Number(getComputedStyle(one).opacity);
      }
      return opacity;
    }
  }, selectors);
}

/** A style sheet made by script needs no exception in the content policy. */
async function withoutText<T>(page: Page, act: () => Promise<T>): Promise<T> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*, ::placeholder { color: transparent !important; -webkit-text-fill-color: transparent !important; transition: none !important; text-decoration-color: transparent !important; text-shadow: none !important } ::-webkit-calendar-picker-indicator { opacity: 0 !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  try {
    return await act();
  } finally {
    await page.evaluate(() => document.adoptedStyleSheets.pop());
  }
}

async function compare(scratch: Page, png: Buffer, shown: readonly Shown[]): Promise<Contrast[]> {
  const [picture, texts] = [png.toString('base64'), shown];
  return scratch.evaluate(
    async ({ picture, texts }) => {
      const blob = await (await fetch(`data:image/png;base64,${picture}`)).blob();
      const bitmap = await createImageBitmap(blob);
      const context = contextOf(bitmap.width, bitmap.height);
      context.drawImage(bitmap, 0, 0);
      return texts.map(({ selector, words, colour, opacity, isLarge, boxes }) => {
        const ink = rgba(colour);
        const alpha = ink[3] * opacity;
        let ratio = Infinity;
        for (const box of boxes) {
          const { data } = context.getImageData(
            // A pixel in from the edge, so that none of what lies beside the text counts as behind it.
            Math.floor(box.x) + 1,
            Math.floor(box.y) + 1,
            Math.max(1, Math.floor(box.width) - 2),
            Math.max(1, Math.floor(box.height) - 2),
          );
          for (let at = 0; at < data.length; at += 4) {
            const back = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
            const over = back.map((channel, i) => (ink[i] ?? 0) * alpha + channel * (1 - alpha));
            ratio = Math.min(ratio, contrast(luminance(over), luminance(back)));
          }
        }
        const rounded = Math.round(ratio * 100) / 100;
        return { selector, words, ratio: rounded, needed: isLarge ? 3 : 4.5 };
      });

      function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
        const made = new OffscreenCanvas(width, height).getContext('2d', {
          willReadFrequently: true,
        });
        if (!made) throw new Error('no canvas');
        return made;
      }
      /** Any CSS colour, as the screen would draw it. */
      function rgba(colour: string): [number, number, number, number] {
        const dot = contextOf(1, 1);
        dot.fillStyle = colour;
        dot.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0, a = 255] = dot.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
      }
      /** WCAG 2.2, relative luminance. */
      function luminance(channels: readonly number[]): number {
        const [r = 0, g = 0, b = 0] = channels.map((channel) => {
          const part = channel / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      }
      function contrast(one: number, other: number): number {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      }
    },
    { picture, texts },
  );
}
