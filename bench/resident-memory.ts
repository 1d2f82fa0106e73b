import { readFileSync } from 'node:fs';
import type { ServerProcess } from '../trials/server-process.ts';

/** What a server holds in memory, in MB; undefined where the system does not say. */
export function residentMb({ pid }: ServerProcess): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
