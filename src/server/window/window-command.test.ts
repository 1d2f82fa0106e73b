import { describe, expect, it } from 'vitest';
import { placesToLook } from './find-browser.ts';
import { canShowWindow } from './open-window.ts';
import { appWindowCommand, defaultBrowserCommand } from './window-command.ts';

const usual = {
  browser: '/usr/bin/chromium',
  address: 'http://127.0.0.1:4747',
  profile: '/home/olivia/.cache/armorpos/window',
  size: { width: 1180, height: 760, isMaximized: false },
  kiosk: false,
  unsandboxed: false,
};

describe('the window of npm start', () => {
  it('is an application window with a profile of its own', () => {
    const [program, ...words] = appWindowCommand(usual);
    expect(program).toBe('/usr/bin/chromium');
    expect(words).toContain('--app=http://127.0.0.1:4747');
    expect(words).toContain('--user-data-dir=/home/olivia/.cache/armorpos/window');
  });

  it('S4: does not let the browser talk to its maker', () => {
    const words = appWindowCommand(usual);
    for (const word of [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate',
      '--no-first-run',
    ])
      expect(words).toContain(word);
  });

  it('is as large as it was, or fills the screen as it did', () => {
    expect(appWindowCommand(usual)).toContain('--window-size=1180,760');
    expect(appWindowCommand(usual)).not.toContain('--start-maximized');
    const filled = { ...usual, size: { ...usual.size, isMaximized: true } };
    expect(appWindowCommand(filled)).toContain('--start-maximized');
  });

  it('keeps the browser’s sandbox, except for the superuser of Linux', () => {
    expect(appWindowCommand(usual)).not.toContain('--no-sandbox');
    expect(appWindowCommand({ ...usual, unsandboxed: true })).toContain('--no-sandbox');
  });

  it('fills the screen and prints without asking as a kiosk', () => {
    expect(appWindowCommand({ ...usual, kiosk: true })).toEqual(
      expect.arrayContaining(['--kiosk', '--kiosk-printing']),
    );
    expect(appWindowCommand(usual).join(' ')).not.toContain('kiosk');
  });

  it('falls back to whatever the desktop opens pages with', () => {
    expect(defaultBrowserCommand('linux', usual.address)).toEqual(['xdg-open', usual.address]);
    expect(defaultBrowserCommand('darwin', usual.address)).toEqual(['open', usual.address]);
    // The empty word is the window's title, which `start` would otherwise take the address for.
    expect(defaultBrowserCommand('win32', usual.address)).toEqual([
      'cmd',
      '/c',
      'start',
      '',
      usual.address,
    ]);
  });

  it('is not tried where nobody could see it', () => {
    expect(canShowWindow('linux', {})).toBe(false);
    expect(canShowWindow('linux', { DISPLAY: ':0' })).toBe(true);
    expect(canShowWindow('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(canShowWindow('linux', { DISPLAY: ':0', CI: '1' })).toBe(false);
    expect(canShowWindow('win32', {})).toBe(true);
  });
});

describe('looking for a browser', () => {
  it('goes along the path on Linux, Chromium before the others', () => {
    const places = placesToLook('linux', { PATH: '/opt/bin:/usr/local/bin' });
    expect(places[0]).toBe('/opt/bin/chromium');
    expect(places.indexOf('/usr/local/bin/chromium')).toBeLessThan(
      places.indexOf('/opt/bin/google-chrome'),
    );
  });

  it('knows where Chrome and Edge lie on Windows', () => {
    const places = placesToLook('win32', {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    });
    expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  });
});
