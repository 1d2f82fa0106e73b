import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demoTill } from '../test/e2e/demo-till.ts';
import type { DemoTill } from '../test/e2e/demo-till.ts';
import { layOutEvening } from '../test/e2e/evening.ts';
import { settle, tour } from '../test/e2e/tour.ts';
import { startTill } from '../test/e2e/till.ts';
import { ensureBrowser } from './browser.ts';
import { buildScreens } from './build-screens.ts';
import { projectRoot } from './project.ts';

/** `npm run screenshots [NAMES…]`: every screen in both themes at three sizes, with the demo restaurant in it, into screenshots/. */
const names = process.argv.slice(2);
const sizes = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const themes = ['dark', 'light'] as const;
const folder = join(projectRoot, 'screenshots');

type View = { readonly size: (typeof sizes)[number]; readonly theme: (typeof themes)[number] };
const views: readonly View[] = sizes.flatMap((size) => themes.map((theme) => ({ size, theme })));

process.env['ARMORPOS_BROWSER'] = await ensureBrowser();
await buildScreens();
if (names.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await shootFirstStart();
await shootTill();
console.log(`The screenshots are in ${folder}`);

async function shootFirstStart(): Promise<void> {
  if (!isWanted('first-start')) return;
  const till = await startTill();
  for (const view of views) {
    const page = await till.openPage(options(view));
    await page.goto('/');
    await page.getByRole('heading', { name: 'Your place' }).waitFor();
    await shoot(page, 'first-start', view);
    await page.context().close();
  }
  await till.close();
}

async function shootTill(): Promise<void> {
  const till = await startTill({ prepare: ['demo', '--json'] });
  const { terminal, olivia } = demoTill(till, till.prepared);
  const first = await terminal(olivia);
  const evening = await layOutEvening(first);
  await first.context().close();
  for (const view of views) {
    if (isWanted('lock')) await shootLock(till, view);
    const page = await terminal(olivia, options(view));
    for (const stop of tour.filter(({ name }) => isWanted(name))) {
      await stop.open(page, evening);
      await shoot(page, stop.name, view);
    }
    await page.context().close();
  }
  await till.close();
}

async function shootLock(till: Pick<DemoTill, 'openPage'>, view: View): Promise<void> {
  const page = await till.openPage(options(view));
  await page.goto('/');
  await page.locator('.PersonTiles').waitFor();
  await page.keyboard.type('12');
  await shoot(page, 'lock', view);
  await page.context().close();
}

function options({ size, theme }: View) {
  return { viewport: size, colorScheme: theme, reducedMotion: 'reduce' } as const;
}

async function shoot(page: Page, name: string, { size, theme }: View): Promise<void> {
  await settle(page);
  const file = `${name}-${size.width}x${size.height}-${theme}.png`;
  await page.screenshot({ path: join(folder, file) });
  console.log(file);
}

function isWanted(name: string): boolean {
  return names.length === 0 || names.some((each) => name.startsWith(each));
}
