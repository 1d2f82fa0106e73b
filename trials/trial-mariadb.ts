import { tmpdir } from 'node:os';
import { startMariaDb } from '../scripts/mariadb.ts';

type Server = Awaited<ReturnType<typeof startMariaDb>>;

let running: Promise<Server> | undefined;

/** The MariaDB of this run, on the disk; started when the first trial asks for it. */
export function trialMariaDb(): Promise<Server> {
  running ??= start();
  return running;
}

export async function stopTrialMariaDb(): Promise<void> {
  await (await running)?.stop();
  running = undefined;
}

async function start(): Promise<Server> {
  const server = await startMariaDb({ directory: tmpdir() });
  // The test till makes its databases there.
  process.env['ARMORPOS_TEST_DATABASE_URL'] = server.url;
  return server;
}
