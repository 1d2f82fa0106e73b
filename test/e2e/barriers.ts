import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { measureContrast } from './contrast.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** WCAG 2.2 AA as far as axe can tell, and the contrast of text over glass by its pixels (X2). `place` names the screen. */
export async function assertNoBarriers(page: Page, place: string): Promise<void> {
  const { violations, incomplete } = await runAxe(page);
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
  assert.deepEqual(found, [], place);
  assert.deepEqual(
    incomplete.map(({ id }) => id).filter((id) => id !== 'color-contrast'),
    [],
    place,
  );
  const unsettled = incomplete.flatMap(({ nodes }) => nodes).map(({ target }) => String(target[0]));
  const contrasts = await measureContrast(page, unsettled);
  assert.deepEqual(
    contrasts.filter(({ ratio, needed }) => ratio < needed),
    [],
    place,
  );
}

async function runAxe(page: Page): Promise<AxeResults> {
  // By the debugger, which the content policy of the page does not bind.
  await page.evaluate(axeSource);
  return page.evaluate(
    `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations', 'incomplete'],
    })`,
  );
}
