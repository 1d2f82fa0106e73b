import type { WindowSize } from './remembered-size.ts';

/** A program and its arguments. */
export type WindowCommand = readonly [string, ...string[]];

/** The browser as a window of the till: no tabs, no address, no sign-in, and no talk with its maker. */
export function appWindowCommand(chosen: {
  readonly browser: string;
  readonly address: string;
  readonly profile: string;
  readonly size: WindowSize;
  readonly kiosk: boolean;
  readonly unsandboxed: boolean;
}): WindowCommand {
  return [
    chosen.browser,
    `--app=${chosen.address}`,
    `--user-data-dir=${chosen.profile}`,
    '--class=ArmorPOS',
    '--no-first-run',
    // After a power cut nobody wants to be asked which pages to restore.
    '--hide-crash-restore-bubble',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    `--window-size=${chosen.size.width},${chosen.size.height}`,
    ...(chosen.size.isMaximized ? ['--start-maximized'] : []),
    // A kiosk has nobody who could answer a printer dialog.
    ...(chosen.kiosk ? ['--kiosk', '--kiosk-printing'] : []),
    // The second keeps Chromium from putting a warning about the first over the till.
    ...(chosen.unsandboxed ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** Whatever this desktop opens web pages with. */
export function defaultBrowserCommand(platform: NodeJS.Platform, address: string): WindowCommand {
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return ['xdg-open', address];
}
