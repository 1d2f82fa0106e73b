import type { BrowserContext, Page } from 'playwright-core';
import { buildScreens } from '../scripts/build-screens.ts';
import { ensureBrowser } from '../scripts/browser.ts';
import { buildApp } from '../src/server/http/build-app.ts';
import { version } from '../src/server/open-till.ts';
import { findProgramFolder } from '../src/server/program-files.ts';
import { launchBrowser } from '../test/e2e/till.ts';
import { makeToken } from './restaurant.ts';
import { plant } from './scripts-in-names/plant.ts';
import type { PlantedScreen } from './scripts-in-names/plant.ts';
import { scriptStrings } from './scripts-in-names/script-strings.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';

const stringCount = 200;
/** How long a screen may take to come, on a slow machine that is busy with other things. */
const patienceMs = 30_000;
/** After the words are there: what was smuggled in would load, fail and fire by then. */
const settleMs = 400;
const boomMs = 5_000;

type Seen = { booms: number; reports: string[]; dialogs: number };

/** Looks at every screen of a till whose every name is a script; `disarm` takes the protection away. */
function lookAtScreens(disarm: boolean): Run {
  return async (_size, random, log) => {
    const tally = new Tally(log);
    await ensureBrowser();
    await buildScreens();
    const strings = scriptStrings(stringCount, random);
    const planted = await plant(strings);
    const { till } = planted;
    const pages = findProgramFolder('build/ui');
    // The version of the screens: they would load themselves anew for another.
    const app = await buildApp({ ...till.deps, version, pages });
    const browser = await launchBrowser();
    try {
      const address = await app.listen({ port: 0, host: '127.0.0.1' });
      const context = await browser.newContext({ baseURL: address, bypassCSP: disarm });
      const seen = await watch(context);
      const unread = new Set(strings);
      const look = async ({ path, words, leafThrough }: PlantedScreen): Promise<void> => {
        // A page of its own: what a script of the control has begun on the last one would end in this one.
        const page = await openPage(context, seen);
        await page.goto(path);
        const isShown = await waitForWords(page, words);
        tally.check(isShown, () => `${path} does not show ${words.join(', ')}`);
        if (disarm) {
          await page.evaluate(putInAsMarkup);
          await waitForBoom(page, seen);
          return page.close();
        }
        await checkScreen(tally, page, path, unread);
        for await (const _ of leafThrough?.(page) ?? []) {
          await checkScreen(tally, page, path, unread);
        }
        await page.waitForTimeout(settleMs);
        // Only now have the lists arrived that stand beside the words waited for.
        await checkScreen(tally, page, path, unread);
        return page.close();
      };
      await look({ path: '/', words: planted.lockScreen });
      const value = await makeToken(till, till.ownerId);
      await context.addCookies([
        { name: 'armorpos_session', value, domain: '127.0.0.1', path: '/' },
      ]);
      for (const screen of disarm ? planted.screens.slice(0, 2) : planted.screens) {
        await look(screen);
      }
      tally.same('scripts run', seen.booms, 0);
      tally.same('dialogs opened', seen.dialogs, 0);
      tally.check(seen.reports.length === 0, () => `content security: ${seen.reports.join('; ')}`);
      // Each string is the name of an item, and every item was looked at; the control looks at two screens.
      tally.check(
        disarm || unread.size === 0,
        () => `never read on a screen: ${[...unread].join('  ')}`,
      );
      return tally.outcome({
        'strings planted': strings.length,
        'fields filled': planted.fields,
        screens: planted.screens.length + 1,
        'strings read literally': strings.length - unread.size,
        'scripts run': seen.booms,
        dialogs: seen.dialogs,
        'content security reports': seen.reports.length,
      });
    } finally {
      await browser.close();
      await app.close();
      await till.close();
    }
  };
}

async function openPage(context: BrowserContext, seen: Seen): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on('dialog', (dialog) => {
    seen.dialogs += 1;
    void dialog.dismiss();
  });
  return page;
}

/** Counts, over all pages of this context, what ran and what the policy refused. */
async function watch(context: BrowserContext): Promise<Seen> {
  const seen: Seen = { booms: 0, reports: [], dialogs: 0 };
  await context.exposeFunction('trialRan', () => {
    seen.booms += 1;
  });
  await context.exposeFunction('trialRefused', (report: string) => {
    seen.reports.push(report);
  });
  await context.addInitScript(() => {
    const { trialRan, trialRefused } = window as unknown as {
      trialRan: () => void;
      trialRefused: (report: string) => void;
    };
    const ran = (): void => trialRan();
    Object.assign(window, { boom: ran, alert: ran, print: ran });
    document.addEventListener('securitypolicyviolation', (event) => {
      trialRefused(`${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
  return seen;
}

/** Everything on the screen that can be read, each text on its own, its fields and labels too. */
function readable(): string[] {
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  for (const field of document.querySelectorAll('input, textarea, [aria-label], [title]')) {
    if ('value' in field) texts.push(String(field.value));
    texts.push(field.getAttribute('aria-label') ?? '', field.getAttribute('title') ?? '');
  }
  return texts;
}

/** Waits until the words are on the screen; whether they came. */
async function waitForWords(page: Page, words: readonly string[]): Promise<boolean> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const text = (await page.evaluate(readable)).join('\n');
    const isReady = words.every((word) => text.includes(word));
    if (isReady || Date.now() > until) return isReady;
    await page.waitForTimeout(100);
  }
}

/** Gives what was put in the time to run; the little that a screen shows may be scripts that no browser runs. */
async function waitForBoom(page: Page, seen: Seen): Promise<void> {
  const until = Date.now() + boomMs;
  while (seen.booms === 0 && Date.now() < until) await page.waitForTimeout(100);
}

/** Strikes out what is read here letter for letter, and looks for markup that came with the words. */
async function checkScreen(
  tally: Tally,
  page: Page,
  path: string,
  unread: Set<string>,
): Promise<void> {
  const texts = await page.evaluate(readable);
  for (const text of texts) unread.delete(text);
  // Markup of ours has no handlers in attributes, no frames, and no script but its own files.
  const strange = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          element.getAttributeNames().some((name) => name.startsWith('on')) ||
          /^(iframe|object|embed|base|marquee|math)$/i.test(element.tagName) ||
          (element.tagName === 'SCRIPT' && !element.getAttribute('src')?.startsWith('/')) ||
          element.getAttribute('src') === 'x' ||
          /^\s*javascript:/i.test(element.getAttribute('href') ?? ''),
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  tally.check(strange.length === 0, () => `${path} holds ${strange.join(' ')}`);
}

/** What a screen would do that trusts its data. */
function putInAsMarkup(): void {
  const texts = [...document.querySelectorAll('body *')]
    .filter((element) => element.children.length === 0)
    .map((element) => element.textContent);
  document.body.insertAdjacentHTML('beforeend', texts.join(' '));
}

export const trial: Trial = {
  id: 'A8',
  title: 'Scripts in every name, on every screen of a real browser',
  run: lookAtScreens(false),
  control: lookAtScreens(true),
};
