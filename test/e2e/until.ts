import { setTimeout as sleep } from 'node:timers/promises';
import { patienceMs } from './till.ts';

/** Looks again and again until it is so; for what no locator can wait for. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`it never came to this: ${what}`);
    await sleep(50);
  }
}
