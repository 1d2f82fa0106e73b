import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UpgradeOrder, UpgradeReport } from './upgrade.ts';

const program = fileURLToPath(new URL('upgrade.ts', import.meta.url));

export type Upgraded = {
  readonly isKilled: boolean;
  /** What it said at its end; undefined where it did not come so far. */
  readonly report: UpgradeReport | undefined;
  readonly errors: string;
};

/** Starts tomorrow's program on a place and waits until it is up, or gone. */
export async function runUpgrade(order: UpgradeOrder): Promise<Upgraded> {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // What one start compiled, the next hundred read.
      NODE_COMPILE_CACHE: join(tmpdir(), 'armorpos-trial-compiled'),
      ARMORPOS_TRIAL_UPGRADE: JSON.stringify(order),
    },
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  let [words, errors] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (words += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  process.off('exit', end);
  return {
    isKilled: signal === 'SIGKILL',
    report: words === '' ? undefined : (JSON.parse(words) as UpgradeReport),
    errors,
  };
}
