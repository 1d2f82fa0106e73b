import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';
import type { MenuDeeds, MenuView } from './menu.ts';
import { arabic } from './words-ar.ts';
import { english } from './words-en.ts';

const view: MenuView = {
  platform: 'linux',
  isPackaged: true,
  words: english,
  isKiosk: false,
  isOpenedAtLogin: false,
  receiptPrinter: null,
  printers: ['Epson_TM', 'Office'],
};

const idle: MenuDeeds = {
  loadAgain: () => {},
  setKiosk: () => {},
  setOpenAtLogin: () => {},
  choosePrinter: () => {},
};

function items(changes: Partial<MenuView> = {}, deeds = idle): MenuItemConstructorOptions[] {
  return menuTemplate({ ...view, ...changes }, deeds).flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu : [],
  );
}

describe('the menu of the desktop', () => {
  it('takes no key that the till uses', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const keys = items({ platform, isPackaged: false }).map(({ accelerator }) => accelerator);
      for (const key of keys) expect(key ?? '').toMatch(/^(CmdOrCtrl\+(Q|Shift\+[RK]))?$/);
      const roles = items({ platform }).map(({ role }) => role);
      expect(roles, 'Ctrl+Z is the till’s').not.toContain('undo');
    }
  });

  it('has copy and paste where the system leaves them to the menu', () => {
    expect(items({ platform: 'darwin' }).map(({ role }) => role)).toContain('paste');
  });

  it('has developer tools in the repository only', () => {
    const hasTools = (isPackaged: boolean) =>
      items({ isPackaged }).some(({ role }) => role === 'toggleDevTools');
    expect(hasTools(false)).toBe(true);
    expect(hasTools(true)).toBe(false);
  });

  it('marks the printer that receipts go to, even while it is switched off', () => {
    const marked = (receiptPrinter: string | null) =>
      items({ receiptPrinter })
        .filter(({ type, checked }) => type === 'radio' && checked)
        .map(({ label }) => label);
    expect(marked(null)).toEqual([english.menu.askForPrinter]);
    expect(marked('Office')).toEqual(['Office']);
    expect(marked('Bar')).toEqual(['Bar']);
  });

  it('does what it says', () => {
    const done: unknown[] = [];
    const template = items(
      {},
      {
        loadAgain: () => done.push('load again'),
        setKiosk: (isOn) => done.push(['kiosk', isOn]),
        setOpenAtLogin: (isOn) => done.push(['login', isOn]),
        choosePrinter: (printer) => done.push(['printer', printer]),
      },
    );
    // Electron sets the tick before it calls; the other arguments are not looked at.
    const click = (label: string): void =>
      template
        .find((item) => item.label === label)
        ?.click?.({ checked: true } as never, undefined, {} as never);
    click(english.menu.loadAgain);
    click(english.menu.kiosk);
    click(english.menu.openAtLogin);
    click('Epson_TM');
    click(english.menu.askForPrinter);
    expect(done).toEqual([
      'load again',
      ['kiosk', true],
      ['login', true],
      ['printer', 'Epson_TM'],
      ['printer', null],
    ]);
  });

  it('speaks Arabic', () => {
    const labels = items({ words: arabic, printers: [] }).flatMap(({ label }) => label ?? []);
    for (const label of labels) expect(label).toMatch(/\p{Script=Arabic}/u);
  });
});
