import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { isRoot } from './is-root.ts';

/** Whether anybody could see a window that is opened here. */
export function canShowWindow(): boolean {
  if (process.env['CI']) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Shows the till in a window of its own, or in whatever browser this desktop uses. Says whether it tried. */
export function openWindow(address: string): boolean {
  if (!canShowWindow()) return false;
  const [program, ...programArguments] = windowCommand(address);
  const child = spawn(program, programArguments, { detached: true, stdio: 'ignore' });
  // No browser at all: the address was printed, and that is what remains.
  child.once('error', () => {});
  child.unref();
  return true;
}

function windowCommand(address: string): [string, ...string[]] {
  const browser = findBrowser();
  if (browser) {
    const profile = join(cacheDirectory(), 'armorpos', 'window');
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    return [
      browser,
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium does not start as root otherwise; this window shows nothing but the till.
      ...(isRoot && process.platform === 'linux' ? ['--no-sandbox'] : []),
    ];
  }
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return ['xdg-open', address];
}

function cacheDirectory(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') {
    return process.env['LocalAppData'] ?? join(homedir(), 'AppData', 'Local');
  }
  return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
}
