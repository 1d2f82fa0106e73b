import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Electron's program is not there, so main.ts is tied to one of cardboard: it keeps what it was told, in order.
const electron = vi.hoisted(() => ({ told: [] as string[], parts: {} as Record<string, never> }));
vi.mock('electron', () => electron.parts);

/** For a machine that is busy with other things. */
const patience = { timeout: 15_000 };

class Contents extends EventEmitter {
  readonly id = 1;
  url = '';
  getURL = () => this.url;
  setWindowOpenHandler = () => {};
  getPrintersAsync = () => Promise.resolve([{ name: 'Epson_TM' }]);
}

class Window extends EventEmitter {
  readonly webContents = new Contents();
  readonly options: { webPreferences: object; kiosk: boolean };
  constructor(options: Window['options']) {
    super();
    this.options = options;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = (url: string) => {
    electron.told.push(`load ${url}`);
    this.webContents.url = url;
    return Promise.resolve();
  };
  isDestroyed = () => false;
  isMinimized = () => true;
  isMaximized = () => false;
  isKiosk = () => this.options.kiosk;
  getNormalBounds = () => ({ x: 1, y: 2, width: 1000, height: 700 });
  restore = () => electron.told.push('restore');
  focus = () => electron.told.push('focus');
}

class Server extends EventEmitter {
  readonly pid = undefined;
  stdout = null;
  stderr = null;
  postMessage = (message: { type: string }) => electron.told.push(`say ${message.type}`);
  kill = () => electron.told.push('kill');
}

const windows: Window[] = [];
const servers: Server[] = [];
const userData = mkdtempSync(join(tmpdir(), 'armorpos-main-'));
const printers = new Map<string, unknown>();

const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  enableSandbox: () => electron.told.push('sandbox'),
  setName: () => {},
  setPath: () => {},
  getPath: () => userData,
  getPreferredSystemLanguages: () => ['en-US'],
  getLoginItemSettings: () => ({ openAtLogin: false }),
  requestSingleInstanceLock: () => true,
  whenReady: () => {
    electron.told.push('ready');
    return Promise.resolve();
  },
  quit: () => {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    app.emit('before-quit', event);
    electron.told.push(event.prevented ? 'stay' : 'quit');
  },
});

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
/** Takes whatever is set on it. */
const session: unknown = new Proxy(() => session, { get: () => session, apply: () => session });

beforeAll(async () => {
  Object.assign(electron.parts, {
    app,
    BrowserWindow: Window,
    dialog: {},
    ipcMain: { handle: (channel: string, handler: unknown) => printers.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: readonly { label: string }[]) => template,
      setApplicationMenu: (template: readonly { label: string }[]) =>
        electron.told.push(`menu ${template.map(({ label }) => label).join(' ')}`),
    },
    nativeTheme: { shouldUseDarkColors: true },
    protocol: { registerSchemesAsPrivileged: () => electron.told.push('scheme') },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session: { fromPartition: (name: string) => (electron.told.push(name), session) },
    utilityProcess: {
      fork: (entry: string, words: readonly string[]) => {
        electron.told.push(`start ${words.join(' ')}`);
        expect(entry).toMatch(/armorpos\.cjs$/);
        servers.push(new Server());
        return servers.at(-1);
      },
    },
  });
  await import('./main.ts');
  await vi.waitFor(() => expect(electron.told.at(-1)).toMatch(/^menu/), patience);
});
afterAll(() => rmSync(userData, { recursive: true }));

/** What was told since the last look. */
const told = (): string[] => electron.told.splice(0);

describe('the desktop as a whole', () => {
  it('is sandboxed before anything opens, and shows that it starts', () => {
    expect(told()).toEqual([
      'sandbox',
      'scheme',
      'ready',
      'persist:till',
      'start serve',
      'load armorpos://desktop/',
      'menu Till View Receipts',
    ]);
    expect(windows).toHaveLength(1);
    expect(windows[0]?.options.webPreferences).toMatchObject({ sandbox: true, devTools: false });
  });

  it('shows the till when it is served, and nothing else after a crash', async () => {
    servers[0]?.emit('message', { type: 'listening', address: 'http://127.0.0.1:4747' });
    expect(told()).toEqual(['load http://127.0.0.1:4747']);
    servers[0]?.emit('exit', 139);
    await vi.waitFor(() => expect(servers).toHaveLength(2), patience);
    servers[1]?.emit('message', { type: 'listening', address: 'http://127.0.0.1:4747' });
    expect(told(), 'the screen is where it was').toEqual(['start serve --port 4747']);
  });

  it('takes a second start for a wish to see the window', () => {
    app.emit('second-instance');
    expect(told()).toEqual(['restore', 'focus']);
  });

  it('listens to the till’s page alone', async () => {
    const print = printers.get('armorpos:print') as (event: object) => Promise<boolean> | false;
    expect(
      print({ sender: { id: 1 }, senderFrame: { url: 'https://example.com/', parent: null } }),
    ).toBe(false);
  });

  it('D4: quits once the server has finished, and remembers the window', async () => {
    windows[0]?.emit('close');
    app.emit('window-all-closed');
    expect(told()).toEqual(['say stop', 'stay']);
    servers[1]?.emit('message', { type: 'stopped' });
    servers[1]?.emit('exit', 0);
    await vi.waitFor(() => expect(told()).toContain('quit'), patience);
    expect(JSON.parse(readFileSync(join(userData, 'window.json'), 'utf8'))).toMatchObject({
      bounds: { width: 1000, height: 700 },
    });
  });
});
