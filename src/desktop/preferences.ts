import type { Rectangle } from 'electron';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What the desktop remembers between two starts. Nothing of the trade: that is the server's. */
export type Preferences = {
  readonly bounds?: Rectangle;
  readonly isMaximized: boolean;
  readonly isKiosk: boolean;
  /** The printer that receipts go to without asking; null asks each time. */
  readonly receiptPrinter: string | null;
};

export const firstPreferences: Preferences = {
  isMaximized: false,
  isKiosk: false,
  receiptPrinter: null,
};

/** Reads the file; what is missing or makes no sense is as on the first day. */
export function readPreferences(file: string): Preferences {
  try {
    return preferencesFrom(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return firstPreferences;
  }
}

/** Whole or not at all: a power cut leaves the old file. */
export function writePreferences(file: string, preferences: Preferences): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(preferences, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

export type KeptPreferences = {
  readonly now: () => Preferences;
  readonly change: (change: Partial<Preferences>) => void;
};

/** Those of a file, each change on the disk at once. */
export function keepPreferences(file: string): KeptPreferences {
  let kept = readPreferences(file);
  return {
    now: () => kept,
    change: (change) => {
      kept = { ...kept, ...change };
      writePreferences(file, kept);
    },
  };
}

export function preferencesFrom(read: unknown): Preferences {
  if (typeof read !== 'object' || read === null) return firstPreferences;
  const { bounds, isMaximized, isKiosk, receiptPrinter } = read as Record<string, unknown>;
  return {
    ...(isRectangle(bounds) ? { bounds } : {}),
    isMaximized: isMaximized === true,
    isKiosk: isKiosk === true,
    receiptPrinter: typeof receiptPrinter === 'string' ? receiptPrinter : null,
  };
}

function isRectangle(read: unknown): read is Rectangle {
  if (typeof read !== 'object' || read === null) return false;
  const { x, y, width, height } = read as Record<string, unknown>;
  return [x, y, width, height].every(Number.isSafeInteger);
}
