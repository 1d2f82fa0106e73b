import { app, Menu } from 'electron';
import type { BrowserWindow } from 'electron';
import { menuTemplate } from './menu.ts';
import { isOpenedAtLogin, setOpenAtLogin } from './open-at-login.ts';
import type { LoginSystem } from './open-at-login.ts';
import type { KeptPreferences } from './preferences.ts';
import type { Words } from './words.ts';

/** The menu, with the printers that the machine has by now. */
export async function installMenu(
  window: BrowserWindow,
  preferences: KeptPreferences,
  words: Words,
  loadAgain: () => void,
): Promise<void> {
  const printers = await window.webContents.getPrintersAsync();
  const system = loginSystem();
  const view = {
    platform: process.platform,
    isPackaged: app.isPackaged,
    words,
    isKiosk: window.isKiosk(),
    isOpenedAtLogin: isOpenedAtLogin(system),
    receiptPrinter: preferences.now().receiptPrinter,
    printers: printers.map(({ name }) => name),
  };
  const template = menuTemplate(view, {
    loadAgain,
    setKiosk: (isKiosk) => {
      preferences.change({ isKiosk });
      window.setKiosk(isKiosk);
    },
    setOpenAtLogin: (isOn) => setOpenAtLogin(system, isOn),
    choosePrinter: (receiptPrinter) => preferences.change({ receiptPrinter }),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function loginSystem(): LoginSystem {
  return {
    platform: process.platform,
    app,
    configDirectory: app.getPath('appData'),
    // An AppImage is unpacked anew at each start; this names the file itself.
    program: process.env['APPIMAGE'] ?? process.execPath,
    words: app.isPackaged ? [] : process.argv.slice(1, 2),
  };
}
