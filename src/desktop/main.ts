import { app, protocol, session } from 'electron';
import type { BrowserWindow, Session } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { guardContents } from './guard-contents.ts';
import { guardSession, partition } from './guard-session.ts';
import { installMenu } from './install-menu.ts';
import { lastLines } from './last-lines.ts';
import { ownOrigin, ownScheme, tillOrigin } from './own-addresses.ts';
import { readOwnArguments, serveArguments, serverEnvironment } from './own-arguments.ts';
import { ownPage } from './own-page.ts';
import { answerOwnRequest } from './own-protocol.ts';
import { keepPreferences } from './preferences.ts';
import { printFromPage } from './print-from-page.ts';
import { screenFor } from './screen-for.ts';
import { firstStep } from './server-states.ts';
import type { ServerState } from './server-states.ts';
import { startServer } from './start-server.ts';
import { superviseServer } from './supervise-server.ts';
import type { Supervisor } from './supervise-server.ts';
import { openTillWindow, rememberedBounds } from './till-window.ts';
import { wordsFor } from './words.ts';

// The desktop: a window, and a server process behind it. What is decided is decided in modules that know
// no Electron; here it is tied together.

const here = import.meta.dirname;
const serverEntry = join(here, app.isPackaged ? '../program/armorpos.cjs' : '../server/cli.ts');
const own = readOwnArguments(process.argv.slice(1));
const log = lastLines(12);

app.enableSandbox();
app.setName('ArmorPOS');
// Beside the till's data, never in it: on macOS the usual places of both are the same.
app.setPath('userData', join(app.getPath('appData'), 'ArmorPOS Window'));
protocol.registerSchemesAsPrivileged([
  { scheme: ownScheme, privileges: { standard: true, secure: true } },
]);

if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function run(): void {
  const words = wordsFor(app.getPreferredSystemLanguages());
  let till: string | null = null;
  let state: ServerState = firstStep.state;
  const tillSession = openSession(
    () => till,
    () => ownPage(state, log.lines(), words),
  );
  app.on('web-contents-created', (_event, contents) =>
    guardContents(
      contents,
      () => till,
      (action) => (action === 'quit' ? app.quit() : supervisor.retry()),
    ),
  );

  mkdirSync(app.getPath('userData'), { recursive: true, mode: 0o700 });
  const preferences = keepPreferences(join(app.getPath('userData'), 'window.json'));
  const window = openTillWindow(tillSession, join(here, 'preload.cjs'), !app.isPackaged, {
    ...preferences.now(),
    // Asked for once is not asked for ever.
    isKiosk: own.kiosk || preferences.now().isKiosk,
  });
  window.on('close', () => preferences.change(rememberedBounds(window)));
  const screen = screenFor((address) => {
    // A page that is left before it was there is no fault.
    if (!window.isDestroyed()) void window.loadURL(address ?? `${ownOrigin}/`).catch(() => {});
  });
  window.webContents.on('render-process-gone', () => screen.showAgain(Date.now()));

  const supervisor = superviseServer({
    startServer: (port) =>
      startServer(serverEntry, serveArguments(own, port), serverEnvironment(process.env), log.add),
    isHealthy,
    after,
    onChange: (next) => {
      state = next;
      if (next.is === 'serving') till = tillOrigin(next.address);
      screen.show(next);
    },
  });
  screen.show(state);
  printFromPage(window, () => till, preferences, words);
  void installMenu(window, preferences, words, () => screen.showAgain(Date.now()));
  keepOneInstance(window);
  quitAfterServer(supervisor);
}

function openSession(till: () => string | null, page: () => string): Session {
  const tillSession = session.fromPartition(partition);
  guardSession(tillSession, till);
  // No proxy stands between a machine and itself.
  void tillSession.setProxy({ mode: 'direct' });
  tillSession.protocol.handle(ownScheme, answerOwnRequest(join(here, 'own-page'), page));
  return tillSession;
}

function keepOneInstance(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** The window may be gone at once; the program stays until the last commit is on the disk. */
function quitAfterServer(supervisor: Supervisor): void {
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (supervisor.state().is === 'stopped') return;
    event.preventDefault();
    void supervisor.stop().then(() => app.quit());
  });
}

async function isHealthy(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(10_000) });
  return answer.ok;
}

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
