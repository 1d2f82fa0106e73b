import type { IpcMainInvokeEvent, WebContents, WebContentsPrintOptions } from 'electron';
import { isTillPage } from './own-addresses.ts';

/** The one message that a page may send: print what the print style of the screen shows. */
export const printChannel = 'armorpos:print';

/** Only the till's own page may print, from its main frame; a frame that is gone by now may not. */
export function mayPrint(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: Pick<WebContents, 'id'> | undefined,
  till: string | null,
): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame.parent === null &&
    event.sender.id === window?.id &&
    isTillPage(frame.url, till)
  );
}

/** How a receipt goes to the printer that was chosen; without one the system's dialog asks. */
export function printOptions(printer: string | null): WebContentsPrintOptions {
  const paper: WebContentsPrintOptions = {
    printBackground: false,
    margins: { marginType: 'none' },
  };
  return printer === null
    ? { ...paper, silent: false }
    : // A receipt printer's roll is its default paper.
      { ...paper, silent: true, deviceName: printer, usePrinterDefaultPageSize: true };
}

export type Printer = Pick<WebContents, 'print'>;

/**
 * Prints, and answers whether it was printed. A chosen printer that fails is told to the person, with the
 * dialog offered: a print that fails never hides that it failed (P9). Calling the dialog off is no failure.
 */
export async function printReceipt(
  page: Printer,
  chosen: string | null,
  askForOther: (printer: string, reason: string) => Promise<boolean>,
): Promise<boolean> {
  const { isPrinted, reason } = await print(page, printOptions(chosen));
  if (isPrinted) return true;
  if (chosen === null || !(await askForOther(chosen, reason))) return false;
  return (await print(page, printOptions(null))).isPrinted;
}

function print(
  page: Printer,
  options: WebContentsPrintOptions,
): Promise<{ isPrinted: boolean; reason: string }> {
  return new Promise((resolve) =>
    page.print(options, (isPrinted, reason) => resolve({ isPrinted, reason })),
  );
}
