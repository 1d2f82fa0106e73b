import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { guardContents } from './guard-contents.ts';
import { guardSession, partition } from './guard-session.ts';
import { lastLines } from './last-lines.ts';
import { menuTemplate } from './menu.ts';
import { isOpenedAtLogin, setOpenAtLogin } from './open-at-login.ts';
import type { LoginSystem } from './open-at-login.ts';
import { ownOrigin, ownScheme, tillOrigin } from './own-addresses.ts';
import type { OwnAction } from './own-addresses.ts';
import { readOwnArguments, serveArguments, serverEnvironment } from './own-arguments.ts';
import { ownPage } from './own-page.ts';
import { answerOwnRequest } from './own-protocol.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import type { Preferences } from './preferences.ts';
import { mayPrint, printChannel, printReceipt } from './print-receipt.ts';
import { screenFor } from './screen-for.ts';
import type { ServerState } from './server-states.ts';
import { startServer } from './start-server.ts';
import { superviseServer } from './supervise-server.ts';
import type { Supervisor } from './supervise-server.ts';
import { openTillWindow, rememberedBounds } from './till-window.ts';
import { wordsFor } from './words.ts';

// The desktop: a window, and a server process behind it. Everything that is decided is decided in the
// modules beside this one, which know no Electron; here it is tied together.

const here = import.meta.dirname;
const serverEntry = join(here, app.isPackaged ? '../program/armorpos.cjs' : '../server/cli.ts');
const own = readOwnArguments(process.argv.slice(1));

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
  const preferencesFile = join(app.getPath('userData'), 'window.json');
  mkdirSync(app.getPath('userData'), { recursive: true, mode: 0o700 });
  let preferences = readPreferences(preferencesFile);
  // Asked for once is not asked for ever.
  const isKiosk = own.kiosk || preferences.isKiosk;
  const log = lastLines(12);
  let till: string | null = null;
  let supervisor: Supervisor | undefined;

  const tillSession = session.fromPartition(partition);
  guardSession(tillSession, () => till);
  void tillSession.setProxy({ mode: 'direct' });
  tillSession.protocol.handle(
    ownScheme,
    answerOwnRequest(join(here, 'own-page'), () =>
      ownPage(
        supervisor?.state() ?? { is: 'starting', crashes: 0, address: null },
        log.lines(),
        words,
      ),
    ),
  );
  app.on('web-contents-created', (_event, contents) => guardContents(contents, () => till, act));
  const window = openTillWindow(tillSession, join(here, 'preload.cjs'), !app.isPackaged, {
    ...preferences,
    isKiosk,
  });
  keepOneInstance(window);
  window.on('close', () => remember(rememberedBounds(window)));

  ipcMain.handle(printChannel, (event) =>
    mayPrint(event, window.webContents, till)
      ? printReceipt(window.webContents, preferences.receiptPrinter, askForOther)
      : false,
  );

  const screen = screenFor(
    (address) => void window.loadURL(address ?? `${ownOrigin}/`).catch(() => {}),
  );
  window.webContents.on('render-process-gone', () => screen.showAgain(Date.now()));
  supervisor = superviseServer({
    startServer: (port) =>
      startServer(serverEntry, serveArguments(own, port), serverEnvironment(process.env), log.add),
    isHealthy,
    after,
    onChange: show,
  });
  show(supervisor.state());
  stopServerBeforeQuitting(supervisor);
  void showMenu();

  function show(state: ServerState): void {
    if (state.is === 'serving') till = tillOrigin(state.address);
    if (!window.isDestroyed()) screen.show(state);
  }

  function act(action: OwnAction): void {
    if (action === 'quit') app.quit();
    else supervisor?.retry();
  }

  function remember(change: Partial<Preferences>): void {
    preferences = { ...preferences, ...change };
    writePreferences(preferencesFile, preferences);
  }

  async function showMenu(): Promise<void> {
    const printers = await window.webContents.getPrintersAsync();
    const view = {
      platform: process.platform,
      isPackaged: app.isPackaged,
      words,
      isKiosk,
      isOpenedAtLogin: isOpenedAtLogin(loginSystem()),
      receiptPrinter: preferences.receiptPrinter,
      printers: printers.map(({ name }) => name),
    };
    const template = menuTemplate(view, {
      loadAgain: () => screen.showAgain(Date.now()),
      setKiosk: (isOn) => {
        remember({ isKiosk: isOn });
        window.setKiosk(isOn);
      },
      setOpenAtLogin: (isOn) => setOpenAtLogin(loginSystem(), isOn),
      choosePrinter: (receiptPrinter) => remember({ receiptPrinter }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  async function askForOther(reason: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'ArmorPOS',
      message: words.notPrinted.title,
      detail: words.notPrinted.detail(preferences.receiptPrinter ?? '', reason),
      buttons: [words.notPrinted.chooseOther, words.notPrinted.leave],
      cancelId: 1,
    });
    return response === 0;
  }
}

function keepOneInstance(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** The window may be gone at once; the program stays until the last commit is on the disk. */
function stopServerBeforeQuitting(supervisor: Supervisor): void {
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (supervisor.state().is === 'stopped') return;
    event.preventDefault();
    void supervisor.stop().then(() => app.quit());
  });
}

function loginSystem(): LoginSystem {
  return {
    platform: process.platform,
    app,
    configDirectory: app.getPath('appData'),
    program: process.env['APPIMAGE'] ?? process.execPath,
    words: app.isPackaged ? [] : process.argv.slice(1, 2),
  };
}

async function isHealthy(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(10_000) });
  return answer.ok;
}

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
