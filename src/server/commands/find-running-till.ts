import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { addressFileName } from './serve.ts';

const patienceMs = 2000;
const lookAgainMs = 250;

/**
 * The address of the till that serves this data directory, or that listens on this port; undefined where
 * none has answered after `waitMs`.
 */
export async function findRunningTill(
  directory: string,
  { port, waitMs }: { readonly port: number | undefined; readonly waitMs: number },
): Promise<string | undefined> {
  const giveUpAt = performance.now() + waitMs;
  for (;;) {
    const found = await lookOnce(directory, port);
    if (found !== undefined || performance.now() >= giveUpAt) return found;
    await setTimeout(lookAgainMs);
  }
}

async function lookOnce(directory: string, port: number | undefined): Promise<string | undefined> {
  const file = join(directory, addressFileName);
  const addresses = [
    ...(existsSync(file) ? [readFileSync(file, 'utf8').trim()] : []),
    ...(port === undefined ? [] : [`http://127.0.0.1:${port}`]),
  ];
  for (const address of addresses) if (await isTill(address)) return address;
  return undefined;
}

/** A file that was left behind by a cut may name a port on which something else listens by now. */
async function isTill(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/health`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    return answer.ok && ((await answer.json()) as { up?: unknown }).up === true;
  } catch {
    return false;
  }
}
