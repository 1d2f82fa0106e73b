import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Moves a database aside among the backups of its directory, with its log; nothing of it is ever
 * overwritten. `before` names what comes in its place. Answers where it then lies.
 */
export function keepAside(directory: string, path: string, before: 'move' | 'restore'): string {
  const copies = join(directory, 'backups');
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const copy = join(copies, `before-${before}-${Date.now()}.db`);
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, copy + suffix);
  }
  return copy;
}
