import { once } from 'node:events';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { migrations } from '../../src/server/db/migrations/all.ts';
import type { Migration } from '../../src/server/db/migrations/migration.ts';
import { databaseName, openFile, openServer } from '../../src/server/open-database.ts';
import type { Place } from '../../src/server/open-till.ts';
import { tomorrow } from './tomorrow.ts';

/** Tomorrow's program, in a thread with modules of its own: this one's know no newer schema than today's. */
export class NextProgram {
  readonly #thread = new Worker(new URL(import.meta.url));

  /** Starts it on a place and stops it again. Answers what went wrong; empty where nothing did. */
  async start({ directory, databaseUrl }: Place): Promise<string> {
    this.#thread.postMessage({ directory, databaseUrl });
    const [answer] = (await once(this.#thread, 'message')) as [string];
    return answer;
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }
}

export function learnTomorrow(): void {
  (migrations as Migration[]).push(tomorrow);
}

/** The start of the program as far as its database. */
export async function openAt({ directory, databaseUrl }: Place): Promise<void> {
  const database =
    databaseUrl === undefined
      ? openFile(join(directory, databaseName), Date.now())
      : await openServer(databaseUrl, directory, Date.now());
  await database.close();
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  learnTomorrow();
  port.on('message', (place: Place) => {
    openAt(place).then(
      () => port.postMessage(''),
      (error: unknown) => port.postMessage(String(error)),
    );
  });
}
