import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { CDPSession, Page } from 'playwright-core';
import { freePort } from '../../scripts/free-port.ts';
import { projectRoot } from '../../scripts/project.ts';
import { findBrowser } from '../../src/server/window/find-browser.ts';
import { firstSize } from '../../src/server/window/remembered-size.ts';
import { shareOfSamePixels } from './same-pixels.ts';
import { launchBrowser } from './till.ts';
import { openXScreen } from './x-screen.ts';
import type { XScreen } from './x-screen.ts';

type Size = { readonly width: number; readonly height: number };

/** `npm start` on data of its own, where somebody could see a window. */
function npmStart(t: TestContext, folder: string, port: number, surroundings: NodeJS.ProcessEnv) {
  const start = spawn(
    process.execPath,
    [join(projectRoot, 'scripts/start.ts'), '--data', join(folder, 'data'), '--port', String(port)],
    {
      env: {
        ...process.env,
        CI: '',
        WAYLAND_DISPLAY: '',
        XDG_CACHE_HOME: join(folder, 'cache'),
        ...surroundings,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  t.after(() => start.kill('SIGKILL'));
  const exit = once(start, 'exit');
  const lines = createInterface({ input: start.stdout })[Symbol.asyncIterator]();
  return {
    says: async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`npm start ended and never said ${pattern}`);
        if (pattern.test(value)) return value;
      }
    },
    stop: async () => {
      start.kill('SIGTERM');
      assert.deepEqual(await exit, [0, null]);
    },
  };
}

/** The same with a screen to open its window on, looked at through Chromium's own protocol. */
async function startWithWindow(t: TestContext, folder: string, port: number, screen: XScreen) {
  const portFile = join(folder, 'cache/armorpos/window/DevToolsActivePort');
  // That of the window before would lead nowhere.
  await rm(portFile, { force: true });
  const start = npmStart(t, folder, port, {
    DISPLAY: screen.display,
    ARMORPOS_BROWSER: await browserWithPort(folder),
  });
  await start.says(/^The till opens in a window/);
  const address = await eventually(async () => {
    const [devToolsPort] = (await readFile(portFile, 'utf8')).split('\n');
    return `http://127.0.0.1:${devToolsPort}`;
  });
  const browser = await chromium.connectOverCDP(address);
  const page = await eventually(async () => {
    const found = browser.contexts()[0]?.pages()[0];
    assert.ok(found, 'the window holds one page');
    return found;
  });
  return { ...start, page, window: await windowOf(page), address };
}

/** The machine's browser as the till would start it, with a port to look in by. */
async function browserWithPort(folder: string): Promise<string> {
  const program = join(folder, 'browser');
  const browser = findBrowser();
  await writeFile(
    program,
    `#!/bin/sh\nexec '${browser}' --remote-debugging-port=0 --disable-gpu "$@"\n`,
  );
  await chmod(program, 0o700);
  return program;
}

async function windowOf(page: Page) {
  const protocol: CDPSession = await page.context().newCDPSession(page);
  const { windowId } = await protocol.send('Browser.getWindowForTarget');
  return {
    read: async (): Promise<Size> => {
      const { bounds } = await protocol.send('Browser.getWindowBounds', { windowId });
      return { width: bounds.width ?? 0, height: bounds.height ?? 0 };
    },
    resize: (bounds: Size) => protocol.send('Browser.setWindowBounds', { windowId, bounds }),
  };
}

async function eventually<T>(look: () => Promise<T>, limitMs = 30_000): Promise<T> {
  const giveUpAt = Date.now() + limitMs;
  for (;;) {
    try {
      return await look();
    } catch (fault) {
      if (Date.now() > giveUpAt) throw fault;
      await sleep(100);
    }
  }
}

async function freshFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'armorpos-window-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

const noScreen = process.platform !== 'linux' && 'a screen for it is opened with Xvfb, on Linux';

test(
  'npm start: the till has a window of its own, which shows its first screen and is remembered',
  { skip: noScreen },
  async (t) => {
    const folder = await freshFolder(t);
    const screen = await openXScreen({ width: 1600, height: 1000 });
    t.after(() => screen.close());
    const port = await freePort();

    const first = await startWithWindow(t, folder, port, screen);
    await first.page.getByRole('heading', { name: 'Your place' }).waitFor();
    const { width, height } = firstSize;
    assert.deepEqual(await first.window.read(), { width, height });

    // What stands on the screen is what the page has drawn, at the place where the window is.
    const scratchBrowser = await launchBrowser();
    t.after(() => scratchBrowser.close());
    const scratch = await scratchBrowser.newPage();
    await eventually(async () => {
      const inner = await first.page.evaluate(() => ({
        x: screenX + (outerWidth - innerWidth) / 2,
        y: screenY + outerHeight - innerHeight,
      }));
      const onScreen = await screen.picture();
      await writeFile(join(projectRoot, 'build/window.png'), onScreen);
      const share = await shareOfSamePixels(
        scratch,
        onScreen,
        await first.page.screenshot(),
        inner,
      );
      assert.ok(share > 0.95, `${Math.round(share * 100)} % of the till is on the screen`);
    });

    const resized = { width: 1180, height: 760 };
    await first.window.resize(resized);
    await eventually(async () => assert.deepEqual(await first.window.read(), resized));
    await first.stop();
    await eventually(() => assert.rejects(fetch(first.address)));

    const second = await startWithWindow(t, folder, port, screen);
    await second.page.getByRole('heading', { name: 'Your place' }).waitFor();
    assert.deepEqual(await second.window.read(), resized);

    // The till is more than its window: other screens may be looking at it.
    await second.page.close();
    await second.says(/^The window is closed, and the till goes on/);
    assert.equal((await fetch(`http://127.0.0.1:${port}/api/health`)).status, 200);
    await second.stop();
  },
);

for (const opener of ['opens', 'cannot open'] as const) {
  test(
    `npm start: a browser that fails leaves it to the desktop’s own, which ${opener} it`,
    { skip: process.platform !== 'linux' && 'xdg-open is Linux’s' },
    async (t) => {
      const folder = await freshFolder(t);
      const opened = join(folder, 'opened');
      const program = opener === 'opens' ? `printf %s "$1" > '${opened}'` : 'exit 3';
      await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\n${program}\n`, { mode: 0o700 });
      const port = await freePort();
      const start = npmStart(t, folder, port, {
        DISPLAY: ':nowhere',
        PATH: `${folder}:${process.env['PATH']}`,
        ARMORPOS_BROWSER: '/bin/false',
      });
      const said = await start.says(/^(The till opens|Open )/);
      const address = `http://127.0.0.1:${port}`;
      if (opener === 'opens') assert.equal(await readFile(opened, 'utf8'), address);
      else assert.equal(said, `Open ${address} in a browser. Ctrl+C stops the till.`);
      await start.stop();
    },
  );
}
