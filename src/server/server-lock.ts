import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Somebody else serves this data directory. */
export class AlreadyServed extends Error {
  override name = 'AlreadyServed';
}

/**
 * Holds the data directory for one server, or for a restore. SQLite's own lock on a file of its own: the
 * operating system lets go of it when the process ends, however it ends. Answers how to let go.
 */
export function lockForServer(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const handle = new DatabaseSync(join(directory, 'server.lock'), { timeout: 0 });
  try {
    handle.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    handle.close();
    throw new AlreadyServed(
      `A till is already running on ${directory}. Stop it first, or use another directory with --data.`,
      { cause: error },
    );
  }
  return () => handle.close();
}
