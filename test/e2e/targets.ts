import type { Page } from 'playwright-core';

export type TargetLimits = { readonly size: number; readonly gap: number };

/** What on this screen a greasy finger would miss: targets that are too small, or too near to each other (X1). */
export function missableTargets(page: Page, limits: TargetLimits): Promise<string[]> {
  return page.evaluate(({ size, gap }) => {
    const scope =
      document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') ??
      document.body;
    const targets = [
      ...scope.querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, [role="menuitem"]',
      ),
    ]
      .filter((element) => !element.matches(':disabled, [hidden]'))
      // A hidden radio button is tapped by its label.
      .map((element) =>
        element.matches('.VisuallyHidden') ? (element.closest('label') ?? element) : element,
      )
      .map((element) => ({ element, box: visibleBox(element) }))
      .filter(({ element, box }) => box.width > 0 && box.height > 0 && isOnTop(element, box));
    const near = 0.6;
    const small = targets
      .filter(
        ({ element, box }) =>
          !isCut(element) && (box.width < size - near || box.height < size - near),
      )
      .map(
        ({ element, box }) =>
          `${nameOf(element)} is ${Math.round(box.width)} × ${Math.round(box.height)}`,
      );
    const tight = targets.flatMap(({ element, box }, index) =>
      targets
        .slice(index + 1)
        .filter(({ element: other }) => !element.contains(other) && !other.contains(element))
        .filter(({ element: other }) => !isRowBelow(element, other) && !isSegment(element, other))
        .map(({ element: other, box: otherBox }) => ({ other, apart: distance(box, otherBox) }))
        .filter(({ apart }) => apart < gap - near)
        .map(
          ({ other, apart }) =>
            `${nameOf(element)} is ${Math.round(apart)} px from ${nameOf(other)}`,
        ),
    );
    return [...small, ...tight];

    /** Rows of one list, each as wide as the list: its height alone is what a finger must hit. */
    function isRowBelow(one: HTMLElement, other: HTMLElement): boolean {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const isList = one.closest('ul, ol, [role="menu"]') !== null;
      return (
        isList && one.className === other.className && a.left === b.left && a.right === b.right
      );
    }
    /** Segments of one switch touch by nature. */
    function isSegment(one: HTMLElement, other: HTMLElement): boolean {
      const group = one.closest('.Segmented');
      return group !== null && group.contains(other);
    }
    /** Without what a scrolling list cuts off. */
    function visibleBox(element: HTMLElement): DOMRect {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let one = element.parentElement; one; one = one.parentElement) {
        if (!/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflow)) continue;
        const cut = one.getBoundingClientRect();
        left = Math.max(left, cut.left);
        top = Math.max(top, cut.top);
        right = Math.min(right, cut.right);
        bottom = Math.min(bottom, cut.bottom);
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
    function isCut(element: HTMLElement): boolean {
      const whole = element.getBoundingClientRect();
      const seen = visibleBox(element);
      return seen.width < whole.width - 1 || seen.height < whole.height - 1;
    }
    function isOnTop(element: HTMLElement, { x, y, width, height }: DOMRect): boolean {
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    }
    function distance(a: DOMRect, b: DOMRect): number {
      const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
      const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
      return Math.max(across, down);
    }
    function nameOf(element: HTMLElement): string {
      const words = element.getAttribute('aria-label') ?? element.innerText.replaceAll('\n', ' ');
      return `“${words.slice(0, 30)}” (${element.className})`;
    }
  }, limits);
}
