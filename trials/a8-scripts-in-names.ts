import type { BrowserContext, Page } from 'playwright-core';
import { buildScreens } from '../scripts/build-screens.ts';
import { ensureBrowser } from '../scripts/browser.ts';
import { buildApp } from '../src/server/http/build-app.ts';
import { findProgramFolder } from '../src/server/program-files.ts';
import { launchBrowser } from '../test/e2e/till.ts';
import { makeToken } from './restaurant.ts';
import { plant } from './scripts-in-names/plant.ts';
import { scriptStrings } from './scripts-in-names/script-strings.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';

const stringCount = 200;
const screenMs = 8_000;
/** After the words are there: what was smuggled in would load, fail and fire by then. */
const settleMs = 400;

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
    const app = await buildApp({ ...till.deps, pages });
    const browser = await launchBrowser();
    try {
      const address = await app.listen({ port: 0, host: '127.0.0.1' });
      const context = await browser.newContext({ baseURL: address, bypassCSP: disarm });
      const seen = await watch(context);
      const page = await context.newPage();
      page.setDefaultTimeout(screenMs);
      page.on('dialog', (dialog) => {
        seen.dialogs += 1;
        void dialog.dismiss();
      });
      const literal = new Set<string>();
      const look = async (path: string, words: readonly string[]): Promise<void> => {
        await page.goto(path);
        await wordsOf(page, strings, words);
        if (disarm) await page.evaluate(putInAsMarkup);
        await page.waitForTimeout(settleMs);
        // Only now have the lists arrived that stand beside the words waited for.
        for (const word of await wordsOf(page, strings, words)) literal.add(word);
        await checkScreen(tally, page, path, words);
      };
      await look('/', planted.lockScreen);
      const value = await makeToken(till, till.ownerId);
      await context.addCookies([
        { name: 'armorpos_session', value, domain: '127.0.0.1', path: '/' },
      ]);
      for (const { path, words } of disarm ? planted.screens.slice(0, 2) : planted.screens) {
        await look(path, words);
      }
      // What is still on its way from the page arrives.
      await page.waitForTimeout(settleMs);
      tally.same('scripts run', seen.booms, 0);
      tally.same('dialogs opened', seen.dialogs, 0);
      tally.check(seen.reports.length === 0, () => `content security: ${seen.reports.join('; ')}`);
      // Each screen's own words were checked one by one; chance decides which others are in view.
      tally.check(literal.size >= stringCount / 4, () => `only ${literal.size} read on a screen`);
      return tally.outcome({
        'strings planted': strings.length,
        'fields filled': planted.fields,
        screens: planted.screens.length + 1,
        'strings read literally': literal.size,
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

/** Everything on the screen that can be read, its fields and labels too. */
function readable(): string {
  const fields = [...document.querySelectorAll('input, textarea, [aria-label], [title], option')];
  return [
    document.title,
    document.body.textContent,
    ...fields.flatMap((field) => [
      (field as HTMLInputElement).value,
      field.getAttribute('aria-label'),
      field.getAttribute('title'),
    ]),
  ].join('\n');
}

/** Waits until the words are on the screen; answers which of all the strings are. */
async function wordsOf(
  page: Page,
  strings: readonly string[],
  words: readonly string[],
): Promise<string[]> {
  const until = Date.now() + screenMs;
  for (;;) {
    const text = await page.evaluate(readable);
    const isReady =
      words.length > 0 ? words.every((word) => text.includes(word)) : text.length > 600;
    if (isReady || Date.now() > until) return strings.filter((each) => text.includes(each));
    await page.waitForTimeout(100);
  }
}

async function checkScreen(
  tally: Tally,
  page: Page,
  path: string,
  words: readonly string[],
): Promise<void> {
  const text = await page.evaluate(readable);
  for (const word of words) tally.check(text.includes(word), () => `${path} does not show ${word}`);
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
