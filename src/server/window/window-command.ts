/** A program and its arguments. */
export type WindowCommand = readonly [string, ...string[]];

/** Of the very first window; from then on the browser's profile remembers it. */
export const firstSize = { width: 1366, height: 820 };

/** The browser as a window of the till: no tabs, no address, no sign-in, and no talk with its maker. */
export function appWindowCommand(chosen: {
  readonly browser: string;
  readonly address: string;
  readonly profile: string;
  readonly isFirst: boolean;
  readonly kiosk: boolean;
  readonly unsandboxed: boolean;
}): WindowCommand {
  return [
    chosen.browser,
    `--app=${chosen.address}`,
    `--user-data-dir=${chosen.profile}`,
    '--class=ArmorPOS',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    // Given again, it would win over what is remembered.
    ...(chosen.isFirst ? [`--window-size=${firstSize.width},${firstSize.height}`] : []),
    // A kiosk has nobody who could answer a printer dialog.
    ...(chosen.kiosk ? ['--kiosk', '--kiosk-printing'] : []),
    ...(chosen.unsandboxed ? ['--no-sandbox'] : []),
  ];
}

/** Whatever this desktop opens web pages with. */
export function defaultBrowserCommand(platform: NodeJS.Platform, address: string): WindowCommand {
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return ['xdg-open', address];
}
