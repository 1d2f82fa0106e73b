import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { cliFile, projectRoot } from './project.ts';

export type ServedTill = {
  /** Such as http://127.0.0.1:4747 */
  readonly address: string;
  readonly process: ChildProcess;
  /** The exit code, once it has stopped; null where a signal ended it. */
  readonly stopped: Promise<number | null>;
  /** Asks it to finish what it has acknowledged and stop, and waits until it has. */
  readonly stop: () => Promise<number | null>;
};

const startLimitMs = 60_000;

/** Starts the server as a process of its own and waits until it answers. What it prints is handed to `print`. */
export async function serveTill(
  serveArguments: readonly string[],
  print: (line: string) => void,
): Promise<ServedTill> {
  const child = spawn(process.execPath, [cliFile, 'serve', ...serveArguments], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A script that breaks must not leave a server behind that holds the port.
  const takeAlong = (): void => void child.kill('SIGTERM');
  process.once('exit', takeAlong);
  child.once('exit', () => process.off('exit', takeAlong));
  const stopped = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const listening = new Promise<string>((resolve) => {
    const read = (line: string): void => {
      print(line);
      const address = /listening on (http:\/\/\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', print);
  });
  const address = await Promise.race([listening, stopped, afterMs(startLimitMs)]);
  if (typeof address !== 'string') {
    child.kill('SIGKILL');
    throw new Error('The till did not start; see above.');
  }
  await waitUntilHealthy(address);
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    return stopped;
  };
  return { address, process: child, stopped, stop };
}

async function waitUntilHealthy(address: string): Promise<void> {
  const giveUpAt = Date.now() + startLimitMs;
  while (Date.now() < giveUpAt) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await afterMs(50);
  }
  throw new Error(`The till at ${address} does not answer.`);
}

function afterMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
