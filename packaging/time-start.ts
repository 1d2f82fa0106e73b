import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const tries = 5;

/** Milliseconds from the start of this executable until its till listens: the median, on a till that is there. */
export async function timeStart(executable: string): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'armorpos-start-'));
  try {
    await startOnce(executable, data);
    const times = [];
    for (let i = 0; i < tries; i += 1) times.push(await startOnce(executable, data));
    return times.sort((a, b) => a - b)[Math.floor(tries / 2)] ?? 0;
  } finally {
    rmSync(data, { recursive: true });
  }
}

async function startOnce(executable: string, data: string): Promise<number> {
  const startedAt = performance.now();
  const words = ['serve', '--port', '0', '--data', data];
  const till = spawn(executable, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stopped = new Promise((resolve) => till.once('exit', resolve));
  try {
    for await (const line of createInterface({ input: till.stdout })) {
      if (line.includes('is listening on')) return performance.now() - startedAt;
    }
    throw new Error(`${executable} did not start.`);
  } finally {
    till.kill('SIGTERM');
    await stopped;
  }
}
