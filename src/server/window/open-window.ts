import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.ts';
import { rememberedSize } from './remembered-size.ts';
import { appWindowCommand, defaultBrowserCommand } from './window-command.ts';
import type { WindowCommand } from './window-command.ts';

export type OpenedWindow = {
  /** Closes the window, if it is one of the till's own; a tab of the default browser stays. */
  readonly close: () => void;
  /** When somebody closed the window. Never, where the till cannot know. */
  readonly closed: Promise<void>;
};

/** A browser that fails does so at once; one that hands over to a running one ends at once, content. */
const settledAfterMs = 1500;

/** Whether anybody could see a window that is opened here. */
export function canShowWindow(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  if (environment['CI']) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/**
 * Shows the till in a window of its own (Chromium, Chrome or Edge, with a profile that only the till uses
 * and that remembers the window), or else in whatever browser this desktop opens. Undefined where there is
 * neither: what remains is to print the address.
 */
export async function openWindow(
  address: string,
  options: { readonly kiosk?: boolean } = {},
): Promise<OpenedWindow | undefined> {
  if (!canShowWindow()) return undefined;
  return (
    (await openAppWindow(address, options.kiosk ?? false)) ?? (await openDefaultBrowser(address))
  );
}

async function openAppWindow(address: string, kiosk: boolean): Promise<OpenedWindow | undefined> {
  const browser = findBrowser();
  if (browser === undefined) return undefined;
  const profile = join(cacheDirectory(), 'armorpos', 'window');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  // Chromium does not start as root otherwise; this window shows nothing but the till.
  const unsandboxed = process.platform === 'linux' && process.getuid?.() === 0;
  const child = start(
    appWindowCommand({
      browser,
      address,
      profile,
      size: rememberedSize(profile),
      kiosk,
      unsandboxed,
    }),
  );
  const outcome = await outcomeOf(child);
  if (outcome === 'failed') return undefined;
  if (outcome === 'handed over') return untouchable;
  return {
    close: () => void child.kill(),
    closed: new Promise((resolve) => child.once('exit', () => resolve())),
  };
}

async function openDefaultBrowser(address: string): Promise<OpenedWindow | undefined> {
  const outcome = await outcomeOf(start(defaultBrowserCommand(process.platform, address)));
  return outcome === 'failed' ? undefined : untouchable;
}

const untouchable: OpenedWindow = { close: () => {}, closed: new Promise(() => {}) };

function start([program, ...words]: WindowCommand): ChildProcess {
  // Detached, so that Ctrl+C in the terminal reaches the till alone, which then closes the window.
  const child = spawn(program, words, { detached: true, stdio: 'ignore' });
  child.unref();
  return child;
}

function outcomeOf(child: ChildProcess): Promise<'open' | 'handed over' | 'failed'> {
  return new Promise((resolve) => {
    child.once('error', () => resolve('failed'));
    child.once('exit', (code) => resolve(code === 0 ? 'handed over' : 'failed'));
    setTimeout(() => resolve('open'), settledAfterMs);
  });
}

function cacheDirectory(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') {
    return process.env['LocalAppData'] ?? join(homedir(), 'AppData', 'Local');
  }
  return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
}
