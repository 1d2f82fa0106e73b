import { describe, expect, it } from 'vitest';
import { printOptions, printReceipt } from './print-receipt.ts';
import type { Printer } from './print-receipt.ts';

/** A page whose prints come out as told, one after the other. */
function pageThat(...outcomes: readonly [boolean, string][]) {
  const asked: unknown[] = [];
  const page: Printer = {
    print: (options, done) => {
      const [isPrinted, reason] = outcomes[asked.length] ?? [false, 'unasked'];
      asked.push(options);
      done?.(isPrinted, reason);
    },
  };
  return { page, asked };
}

const never = () => Promise.reject(new Error('nobody should be asked'));

describe('printing a receipt from the desktop', () => {
  it('goes to the chosen printer without asking', async () => {
    const { page, asked } = pageThat([true, '']);
    expect(await printReceipt(page, 'Epson_TM', never)).toBe(true);
    expect(asked).toEqual([
      expect.objectContaining({
        silent: true,
        deviceName: 'Epson_TM',
        usePrinterDefaultPageSize: true,
      }),
    ]);
  });

  it('asks for the printer where none was chosen', async () => {
    const { page, asked } = pageThat([true, '']);
    await printReceipt(page, null, never);
    expect(asked).toEqual([expect.objectContaining({ silent: false })]);
    expect(printOptions(null)).not.toHaveProperty('deviceName');
  });

  it('takes a dialog that was called off for an answer', async () => {
    const { page } = pageThat([false, 'cancelled']);
    expect(await printReceipt(page, null, never)).toBe(false);
  });

  it('P9: says that the chosen printer failed, and offers another', async () => {
    const { page, asked } = pageThat([false, 'invalid printer'], [true, '']);
    const heard: string[] = [];
    const isPrinted = await printReceipt(page, 'Epson_TM', (printer, reason) => {
      heard.push(printer, reason);
      return Promise.resolve(true);
    });
    expect(heard).toEqual(['Epson_TM', 'invalid printer']);
    expect(isPrinted).toBe(true);
    expect(asked[1]).toMatchObject({ silent: false });
  });

  it('leaves it when told to', async () => {
    const { page, asked } = pageThat([false, 'invalid printer']);
    expect(await printReceipt(page, 'Epson_TM', () => Promise.resolve(false))).toBe(false);
    expect(asked).toHaveLength(1);
  });
});
