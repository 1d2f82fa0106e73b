import type { Session, WebContents } from 'electron';
import { EventEmitter } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fuses } from './fuses.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession, mayLoad, partition } from './guard-session.ts';
import { isTillPage, ownActionOf, tillOrigin } from './own-addresses.ts';
import type { OwnAction } from './own-addresses.ts';
import { ownPagePolicy } from './own-page.ts';
import { answerOwnRequest } from './own-protocol.ts';
import { mayPrint, printChannel } from './print-receipt.ts';
import { webPreferences } from './web-preferences.ts';

// Electron's own list, number by number: https://www.electronjs.org/docs/latest/tutorial/security
// docs/desktop.md holds it as a table.

const till = 'http://127.0.0.1:4747';
const elsewhere = [
  'https://example.com/',
  'http://127.0.0.1:4748/',
  'http://localhost:4747/',
  'http://192.168.1.20:4747/',
  'http://127.0.0.1:4747.example.com/',
  'http://127.0.0.1:4747@example.com/',
  'file:///etc/passwd',
  'data:text/html,<h1>till</h1>',
  'javascript:alert(1)',
  'about:blank',
  'armorpos:///etc/passwd',
  'nonsense',
];

const preferences = webPreferences({} as Session, '/preload.cjs', false);
const project = join(import.meta.dirname, '../..');
const sources = globSync('src/desktop/**/*.{ts,cjs}', { cwd: project })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(project, file), 'utf8') }));

/** A page's contents as guardContents sees them, standing on some address. */
function contentsOn(url: string) {
  const events = new EventEmitter();
  let opens: unknown;
  const actions: OwnAction[] = [];
  const contents = {
    getURL: () => url,
    on: events.on.bind(events),
    setWindowOpenHandler: (handler: () => unknown) => (opens = handler()),
  };
  guardContents(
    contents as unknown as WebContents,
    () => till,
    (action) => actions.push(action),
  );
  const isRefused = (name: string, details: object = {}): boolean => {
    let refused = false;
    events.emit(name, { ...details, preventDefault: () => (refused = true) });
    return refused;
  };
  return { isRefused, opens: () => opens, actions };
}

/** What guardSession told a session, by the method's name. */
function guardedSession() {
  const told = new Map<string, (...words: never[]) => unknown>();
  const keep = (name: string) => (handler: (...words: never[]) => unknown) =>
    void told.set(name, handler);
  const session = new Proxy(
    {
      webRequest: { onBeforeRequest: keep('onBeforeRequest') },
      on: (name: string, handler: () => unknown) => void told.set(name, handler),
    },
    { get: (own, name: string) => Reflect.get(own, name) ?? keep(name) },
  );
  guardSession(session as unknown as Session, () => till);
  return (name: string): ((...words: unknown[]) => unknown) => {
    const handler = told.get(name) ?? expect.fail(`${name} was never set`);
    return handler as (...words: unknown[]) => unknown;
  };
}

describe('Electron’s security checklist', () => {
  it('1: only the till of this machine is loaded, over the loop that never leaves it', () => {
    expect(tillOrigin('http://127.0.0.1:4747')).toBe(till);
    for (const address of [
      'http://192.168.1.20:4747',
      'http://example.com',
      'ftp://127.0.0.1',
      '',
    ]) {
      expect(tillOrigin(address)).toBeNull();
    }
    for (const url of elsewhere) expect(mayLoad(url, till), url).toBe(false);
    expect(mayLoad(`${till}/assets/till.js`, till)).toBe(true);
    expect(mayLoad(`blob:${till}/1f0c`, till)).toBe(true);
    expect(mayLoad('blob:https://example.com/1f0c', till)).toBe(false);
    expect(mayLoad(`${till}/`, null), 'no till, no page of one').toBe(false);
  });

  it('1: what is not the till’s is cancelled on its way out', () => {
    const ask = guardedSession()('onBeforeRequest');
    const cancelled = (url: string): unknown => {
      let answer: { cancel?: boolean } = {};
      ask({ url }, (given: { cancel?: boolean }) => (answer = given));
      return answer.cancel;
    };
    for (const url of elsewhere) expect(cancelled(url), url).toBe(true);
    expect(cancelled(`${till}/api/health`)).toBe(false);
  });

  it('1: no certificate is accepted, for the till needs none', () => {
    const verify = guardedSession()('setCertificateVerifyProc');
    let verdict = 0;
    verify({ hostname: 'example.com' }, (given: number) => (verdict = given));
    expect(verdict).toBe(-2);
  });

  it('2: pages have no Node, nor have their workers and frames', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('3: the preload stands in a world of its own', () => {
    expect(preferences.contextIsolation).toBe(true);
  });

  it('4: pages are sandboxed, all of them and before the first', () => {
    expect(preferences.sandbox).toBe(true);
    const main = sources.find(({ file }) => file.endsWith('main.ts'))?.text ?? '';
    expect(main.indexOf('app.enableSandbox()')).toBeGreaterThan(-1);
    expect(main.indexOf('app.enableSandbox()')).toBeLessThan(main.indexOf('app.whenReady()'));
    for (const { file, text } of sources) expect(text, file).not.toContain('no-sandbox');
  });

  it('5: every permission is denied, asked for or looked up', () => {
    const handler = guardedSession();
    for (const permission of ['media', 'geolocation', 'notifications', 'usb', 'openExternal']) {
      let isGranted: unknown;
      handler('setPermissionRequestHandler')(
        {},
        permission,
        (given: unknown) => (isGranted = given),
      );
      expect(isGranted, permission).toBe(false);
      expect(handler('setPermissionCheckHandler')({}, permission), permission).toBe(false);
    }
    expect(handler('setDevicePermissionHandler')({ deviceType: 'usb' })).toBe(false);
  });

  it('5: no screen is shared and no device is paired', () => {
    const handler = guardedSession();
    const answers: unknown[] = [];
    handler('setDisplayMediaRequestHandler')({}, (given: unknown) => answers.push(given));
    handler('setBluetoothPairingHandler')({}, (given: unknown) => answers.push(given));
    expect(answers).toEqual([null, { confirmed: false }]);
  });

  it('6, 8, 9, 10: web security is on, and nothing experimental is', () => {
    expect(preferences).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    for (const { file, text } of sources) expect(text, file).not.toContain('commandLine');
  });

  it('7: the own page carries a policy that allows no script', async () => {
    const answer = answerOwnRequest(join(import.meta.dirname, 'own-page'), () => '<p>trouble</p>');
    const urls = ['/', '/own-page.css', '/icon.svg', '/elsewhere'].map(
      (path) => `armorpos://desktop${path}`,
    );
    for (const url of urls) {
      const policy = answer({ url }).headers.get('content-security-policy');
      expect(policy, url).toBe(ownPagePolicy);
    }
    expect(ownPagePolicy).toContain("default-src 'none'");
    expect(ownPagePolicy).not.toMatch(/script-src|unsafe|https?:|\*/);
    expect(await answer({ url: 'armorpos://desktop/' }).text()).toBe('<p>trouble</p>');
  });

  it('11, 12: there are no webviews', () => {
    expect(preferences.webviewTag).toBe(false);
    expect(contentsOn(`${till}/`).isRefused('will-attach-webview')).toBe(true);
  });

  it('13: the page goes nowhere but to the till', () => {
    const page = contentsOn(`${till}/floor`);
    expect(page.isRefused('will-navigate', { url: `${till}/orders/1` })).toBe(false);
    for (const url of elsewhere) {
      expect(page.isRefused('will-navigate', { url }), url).toBe(true);
      expect(page.isRefused('will-redirect', { url }), url).toBe(true);
    }
    expect(page.isRefused('will-frame-navigate', { url: `${till}/`, isMainFrame: false })).toBe(
      true,
    );
    expect(page.isRefused('will-frame-navigate', { url: `${till}/`, isMainFrame: true })).toBe(
      false,
    );
  });

  it('13: the buttons of the own page work there, and from nowhere else', () => {
    const quit = { url: 'armorpos://desktop/do/quit?' };
    const own = contentsOn('armorpos://desktop/');
    expect(own.isRefused('will-navigate', quit), 'it is an action, not a page').toBe(true);
    expect(own.actions).toEqual(['quit']);
    const page = contentsOn(`${till}/floor`);
    expect(page.isRefused('will-navigate', quit)).toBe(true);
    expect(page.actions).toEqual([]);
    for (const url of [
      'armorpos://other/do/quit',
      'armorpos://desktop/do/format',
      `${till}/do/quit`,
    ]) {
      expect(ownActionOf(url), url).toBeUndefined();
    }
  });

  it('14: no window is opened', () => {
    expect(contentsOn(`${till}/`).opens()).toEqual({ action: 'deny' });
  });

  it('15: nothing is handed to the system to open', () => {
    for (const { file, text } of sources) {
      expect(text, file).not.toMatch(/openExternal|openPath|\bshell\b/);
    }
  });

  it('16: Electron is pinned exactly, and installed as pinned', () => {
    const read = (file: string): { version: string; devDependencies: Record<string, string> } =>
      JSON.parse(readFileSync(join(project, file), 'utf8'));
    const pinned = read('package.json').devDependencies['electron'];
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read('node_modules/electron/package.json').version).toBe(pinned);
  });

  it('17: the one message is taken from the till’s main frame alone', () => {
    const window = { id: 1 };
    const from = (url: string, changes: object = {}) =>
      ({ sender: { id: 1 }, senderFrame: { url, parent: null }, ...changes }) as never;
    expect(mayPrint(from(`${till}/floor`), window, till)).toBe(true);
    for (const url of [...elsewhere, 'armorpos://desktop/']) {
      expect(mayPrint(from(url), window, till), url).toBe(false);
    }
    const frame = { url: `${till}/`, parent: {} };
    expect(mayPrint(from('', { senderFrame: frame }), window, till), 'a frame in it').toBe(false);
    expect(mayPrint(from('', { senderFrame: null }), window, till), 'a frame that went').toBe(
      false,
    );
    expect(mayPrint(from(`${till}/`, { sender: { id: 2 } }), window, till)).toBe(false);
    expect(mayPrint(from(`${till}/`), undefined, till)).toBe(false);
    expect(mayPrint(from(`${till}/`), window, null)).toBe(false);
    const handled = sources.flatMap(({ text }) => text.match(/ipcMain\s*\.\w+\([^,]*/g) ?? []);
    expect(handled, 'no other message is listened to').toEqual(['ipcMain.handle(printChannel']);
  });

  it('18: own pages come over a scheme of their own, by name, and never from file://', () => {
    const answer = answerOwnRequest(import.meta.dirname, () => '');
    for (const path of ['/main.ts', '/own-page/icon.svg', '/../package.json', '/%2e%2e/fuses.ts']) {
      expect(answer({ url: `armorpos://desktop${path}` }).status, path).toBe(404);
    }
    expect(answer({ url: 'armorpos://elsewhere/icon.svg' }).status).toBe(404);
    for (const { file, text } of sources) expect(text, file).not.toMatch(/loadFile|["'`]file:/);
  });

  it('19: the fuses are set', () => {
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('20: the page is handed one function, which takes nothing', () => {
    const preload = sources.find(({ file }) => file.endsWith('preload.cjs'))?.text ?? '';
    const invoked = preload.match(/ipcRenderer\.\w+\([^)]*\)/g);
    expect(invoked).toEqual([`ipcRenderer.invoke('${printChannel}')`]);
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(preload).not.toMatch(/require\((?!'electron'\))/);
  });

  it('beyond the list: a session of its own, no downloads from elsewhere, no dictionaries fetched', () => {
    expect(partition).toBe('persist:till');
    expect(preferences).toMatchObject({
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: false,
    });
    const download = guardedSession()('will-download');
    const isRefused = (url: string): boolean => {
      let refused = false;
      download({ preventDefault: () => (refused = true) }, { getURL: () => url });
      return refused;
    };
    expect(isRefused(`${till}/api/exports/sales.csv`)).toBe(false);
    expect(isRefused('https://example.com/setup.exe')).toBe(true);
    expect(isTillPage(`${till}/`, null)).toBe(false);
  });
});
