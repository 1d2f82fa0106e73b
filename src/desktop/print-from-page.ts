import { dialog, ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import type { KeptPreferences } from './preferences.ts';
import { mayPrint, printChannel, printReceipt } from './print-receipt.ts';
import type { Words } from './words.ts';

/** Takes the till's word to print, on the printer that was chosen in the menu. */
export function printFromPage(
  window: BrowserWindow,
  till: () => string | null,
  preferences: KeptPreferences,
  words: Words,
): void {
  const askForOther = async (printer: string, reason: string): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'ArmorPOS',
      message: words.notPrinted.title,
      detail: words.notPrinted.detail(printer, reason),
      buttons: [words.notPrinted.chooseOther, words.notPrinted.leave],
      cancelId: 1,
    });
    return response === 0;
  };
  ipcMain.handle(printChannel, (event) =>
    mayPrint(event, window.webContents, till())
      ? printReceipt(window.webContents, preferences.now().receiptPrinter, askForOther)
      : false,
  );
}
