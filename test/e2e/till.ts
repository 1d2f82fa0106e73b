import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { isRoot } from '../../scripts/is-root.ts';
import { cliFile, projectRoot } from '../../scripts/project.ts';
import { serveTill } from '../../scripts/serve-till.ts';
import type { ServedTill } from '../../scripts/serve-till.ts';
import { findBrowser } from '../../src/server/window/find-browser.ts';

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** How long a screen may take to come, on a slow machine that is busy with other things. */
export const patienceMs = 60_000;

/** A real server on a data directory and port of its own, and a real browser to look at it. */
export type Till = {
  readonly address: string;
  readonly dataDirectory: string;
  /** What the command that filled the data directory printed; empty where there was none. */
  readonly prepared: string;
  /** What went wrong behind the screens so far; anything left in it makes `close` throw. */
  readonly troubles: string[];
  /** A window with cookies of its own: another device. 1366×768 and in English unless told otherwise. */
  readonly openPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** Runs a command of the command line on this till's data. */
  readonly command: (...words: string[]) => Promise<Ran>;
  /** Stops the server and starts it again on the same address and data. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type TillOptions = {
  /** A command, such as ['demo'], that fills the data directory first. */
  readonly prepare?: readonly string[];
  /** A data directory to start with a copy of. */
  readonly copyOf?: string;
};

/**
 * Starts a till on an empty data directory, or on what the options put there. Console
 * errors, content-security reports, uncaught errors, requests to anywhere else and an unclean stop
 * are troubles.
 */
export async function startTill(options: TillOptions = {}): Promise<Till> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'armorpos-e2e-'));
  const troubles: string[] = [];
  const printed: string[] = [];
  if (options.copyOf !== undefined) await cp(options.copyOf, dataDirectory, { recursive: true });
  const command = (...words: string[]): Promise<Ran> =>
    runCommand([...words, '--data', dataDirectory]);
  const prepared = options.prepare ? await command(...options.prepare) : undefined;
  if (prepared && prepared.code !== 0) {
    throw new Error(`${options.prepare?.join(' ')}: ${prepared.stderr}`);
  }
  // The system picks a port that is free; one looked for beforehand may be taken by then.
  const serve = (port = '0'): Promise<ServedTill> =>
    serveTill(['--data', dataDirectory, '--port', port], (line) => printed.push(line));
  const browser = await launchBrowser();
  let served = await serve().catch(async (fault: unknown) => {
    await browser.close();
    throw new Error(`the till did not start:\n${printed.join('\n')}`, { cause: fault });
  });
  // Screens that ask while the server goes (503) or is away are told so by the browser; that is no trouble.
  let wasDown = false;
  const keepTrouble = (trouble: string): void => {
    // The machine's own network came or went, which a container's does when another one starts.
    if (trouble.includes('net::ERR_NETWORK_CHANGED')) return;
    if (wasDown && /net::ERR_|status of 503/.test(trouble)) return;
    troubles.push(trouble);
  };
  const stop = async (): Promise<void> => {
    const code = await served.stop();
    if (code !== 0) troubles.push(`the server stopped with ${code}:\n${printed.join('\n')}`);
  };
  return {
    address: served.address,
    dataDirectory,
    prepared: prepared?.stdout ?? '',
    troubles,
    command,
    openPage: (pageOptions = {}) => openPage(browser, served.address, pageOptions, keepTrouble),
    restart: async () => {
      wasDown = true;
      await stop();
      served = await serve(new URL(served.address).port);
    },
    close: async () => {
      await browser.close();
      await stop();
      await rm(dataDirectory, { recursive: true, force: true });
      if (troubles.length > 0) throw new Error(`behind the screens:\n${troubles.join('\n')}`);
    },
  };
}

/** Plays a test on a till that is closed afterwards, whatever happened; troubles fail the test. */
export async function withTill(
  play: (till: Till) => Promise<void>,
  options: TillOptions = {},
): Promise<void> {
  const till = await startTill(options);
  const faults: unknown[] = [];
  await play(till).catch((fault: unknown) => faults.push(fault));
  await till.close().catch((fault: unknown) => faults.push(fault));
  if (faults.length > 1) console.error(faults[1]);
  if (faults.length > 0) throw faults[0];
}

/** A Chromium that talks to nobody but the till. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser found: run npm run e2e, which looks after it.');
  return chromium.launch({
    executablePath,
    // Chromium's sandbox does not work for root.
    chromiumSandbox: !isRoot,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  keepTrouble: (trouble: string) => void,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
    baseURL: address,
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message, address)) {
      keepTrouble(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => keepTrouble(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)s?:$/.test(url.protocol) && url.origin !== address) {
      keepTrouble(`asked ${url.origin} for ${url.pathname}`);
    }
  });
  return page;
}

/** The browser logs each 4xx answer of the API as an error; to the till a refusal is an answer. */
function isRefusal(message: ConsoleMessage, address: string): boolean {
  return (
    message.location().url.startsWith(`${address}/api/`) &&
    /^Failed to load resource: .* status of 4\d\d/.test(message.text())
  );
}

/** Runs a command of the command line. */
export function runCommand(words: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const limits = { cwd: projectRoot, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [cliFile, ...words], limits, (fault, stdout, stderr) => {
      const code = fault ? (typeof fault.code === 'number' ? fault.code : 1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}
