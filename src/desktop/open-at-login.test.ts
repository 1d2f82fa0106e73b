import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isOpenedAtLogin, setOpenAtLogin } from './open-at-login.ts';
import type { LoginSystem } from './open-at-login.ts';

function system(platform: NodeJS.Platform): LoginSystem & { readonly told: unknown[] } {
  const configDirectory = mkdtempSync(join(tmpdir(), 'armorpos-login-'));
  onTestFinished(() => rmSync(configDirectory, { recursive: true }));
  const told: unknown[] = [];
  return {
    platform,
    configDirectory,
    program: '/opt/Armor POS/armorpos',
    words: ['100%', 'a"b$c\\d'],
    app: {
      setLoginItemSettings: (settings) => told.push(settings),
      // The other fields are for macOS, and nobody asks for them.
      getLoginItemSettings: () => ({ openAtLogin: told.length > 0 }) as Electron.LoginItemSettings,
    },
    told,
  };
}

it('on Linux opening at login is a file that comes and goes', () => {
  const linux = system('linux');
  const file = join(linux.configDirectory, 'autostart', 'armorpos.desktop');
  expect(isOpenedAtLogin(linux)).toBe(false);
  setOpenAtLogin(linux, true);
  expect(isOpenedAtLogin(linux)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain(
    String.raw`Exec="/opt/Armor POS/armorpos" "100%%" "a\\"b\\$c\\\\d"`,
  );
  setOpenAtLogin(linux, false);
  setOpenAtLogin(linux, false);
  expect(isOpenedAtLogin(linux)).toBe(false);
  expect(linux.told).toEqual([]);
});

it('elsewhere the system keeps the list', () => {
  const windows = system('win32');
  setOpenAtLogin(windows, true);
  expect(windows.told).toEqual([{ openAtLogin: true }]);
  expect(isOpenedAtLogin(windows)).toBe(true);
});
