import { startMariaDb } from '../scripts/mariadb.ts';
import type { MariaDb } from '../scripts/mariadb.ts';

let running: Promise<MariaDb> | undefined;

/** The MariaDB of this run, on the disk; started when the first trial asks for it. */
export function trialMariaDb(): Promise<MariaDb> {
  running ??= start();
  return running;
}

export async function stopTrialMariaDb(): Promise<void> {
  await (await running)?.stop();
  running = undefined;
}

async function start(): Promise<MariaDb> {
  const server = await startMariaDb({ onDisk: true });
  // The test till makes its databases there.
  process.env['ARMORPOS_TEST_DATABASE_URL'] = server.url;
  return server;
}
