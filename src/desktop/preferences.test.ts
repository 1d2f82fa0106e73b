import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  firstPreferences,
  preferencesFrom,
  readPreferences,
  writePreferences,
} from './preferences.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'armorpos-window-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('what the window remembers', () => {
  it('comes back as it was written, and leaves no draft behind', () => {
    const file = join(folder, 'window.json');
    const left = {
      bounds: { x: -12, y: 4, width: 1200, height: 800 },
      isMaximized: true,
      isKiosk: true,
      receiptPrinter: 'Epson_TM',
    };
    writePreferences(file, left);
    expect(readPreferences(file)).toEqual(left);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it('is as on the first day where the file is missing or torn', () => {
    const file = join(folder, 'window.json');
    expect(readPreferences(file)).toEqual(firstPreferences);
    writeFileSync(file, '{"isKiosk": tr');
    expect(readPreferences(file)).toEqual(firstPreferences);
  });

  it('takes nothing that makes no sense', () => {
    const odd = {
      bounds: { x: 'a', y: 0, width: 1, height: 1 },
      isKiosk: 'yes',
      receiptPrinter: 7,
    };
    expect(preferencesFrom(odd)).toEqual(firstPreferences);
    expect(preferencesFrom(null)).toEqual(firstPreferences);
  });
});
