import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

export type MenuView = {
  readonly platform: NodeJS.Platform;
  /** A packaged program has no developer tools. */
  readonly isPackaged: boolean;
  readonly words: Words;
  readonly isKiosk: boolean;
  readonly isOpenedAtLogin: boolean;
  readonly receiptPrinter: string | null;
  /** The printers of this machine, by the names that it knows them by. */
  readonly printers: readonly string[];
};

export type MenuDeeds = {
  readonly loadAgain: () => void;
  readonly setKiosk: (isOn: boolean) => void;
  readonly setOpenAtLogin: (isOn: boolean) => void;
  readonly choosePrinter: (printer: string | null) => void;
};

/** The menu, and with it the shortcuts that are the window's and not the till's. */
export function menuTemplate(view: MenuView, deeds: MenuDeeds): MenuItemConstructorOptions[] {
  const { words, platform } = view;
  return [
    { label: words.menu.till, submenu: tillMenu(view, deeds) },
    ...(platform === 'darwin' ? [editMenu(words)] : []),
    { label: words.menu.view, submenu: viewMenu(view, deeds) },
    { label: words.menu.printing, submenu: printingMenu(view, deeds) },
  ];
}

function tillMenu(
  { words, isOpenedAtLogin }: MenuView,
  deeds: MenuDeeds,
): MenuItemConstructorOptions[] {
  return [
    { role: 'about', label: words.menu.about },
    { type: 'separator' },
    {
      label: words.menu.openAtLogin,
      type: 'checkbox',
      checked: isOpenedAtLogin,
      click: (item) => deeds.setOpenAtLogin(item.checked),
    },
    { type: 'separator' },
    { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' },
  ];
}

/** Without it macOS knows no copy and paste. Undo is missing on purpose: Ctrl+Z is the till's. */
function editMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: words.menu.edit,
    submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  };
}

function viewMenu(
  { words, isKiosk, isPackaged }: MenuView,
  deeds: MenuDeeds,
): MenuItemConstructorOptions[] {
  return [
    { label: words.menu.loadAgain, accelerator: 'CmdOrCtrl+Shift+R', click: deeds.loadAgain },
    { type: 'separator' },
    { role: 'zoomIn', label: words.menu.larger },
    { role: 'zoomOut', label: words.menu.smaller },
    { role: 'resetZoom', label: words.menu.usualSize },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.menu.fullScreen },
    {
      label: words.menu.kiosk,
      type: 'checkbox',
      checked: isKiosk,
      accelerator: 'CmdOrCtrl+Shift+K',
      click: (item) => deeds.setKiosk(item.checked),
    },
    ...developerTools(words, isPackaged),
  ];
}

function developerTools(words: Words, isPackaged: boolean): MenuItemConstructorOptions[] {
  return isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools', label: words.menu.developer }];
}

function printingMenu(
  { words, receiptPrinter, printers }: MenuView,
  deeds: MenuDeeds,
): MenuItemConstructorOptions[] {
  // One that is switched off now stays chosen, and visibly so.
  const chosen =
    receiptPrinter === null || printers.includes(receiptPrinter) ? [] : [receiptPrinter];
  return [
    {
      label: words.menu.askForPrinter,
      type: 'radio',
      checked: receiptPrinter === null,
      click: () => deeds.choosePrinter(null),
    },
    ...[...printers, ...chosen].map((printer): MenuItemConstructorOptions => ({
      label: printer,
      type: 'radio',
      checked: printer === receiptPrinter,
      click: () => deeds.choosePrinter(printer),
    })),
  ];
}
