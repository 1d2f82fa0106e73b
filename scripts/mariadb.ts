import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { MariaDbNode } from './mariadb-node.ts';
import { ensureMariaDb } from './mariadb-programs.ts';
import { untilInterrupted } from './until-interrupted.ts';

export type MariaDb = {
  /** Such as mysql://armorpos:…@127.0.0.1:3306, without a database; databases called armorpos_… may be made there. */
  readonly url: string;
  readonly port: number;
  /** Ends the server at once, as a power switch does. */
  kill(): Promise<void>;
  /** Starts it again on what lies on its disk. */
  start(): Promise<void>;
  /** Stops it and removes all that it had. */
  stop(): Promise<void>;
};

const memory = '/dev/shm';
const enoughMemory = 2 * 1024 ** 3;

/**
 * A MariaDB for tests, with a port and data of its own, or the one that ARMORPOS_TEST_DATABASE_URL
 * names. Its data lies in memory where there is enough: tests of what is right need no disk.
 * `onDisk` is for those of what survives, and how fast.
 */
export async function startMariaDb(options: { readonly onDisk?: boolean } = {}): Promise<MariaDb> {
  const named = process.env['ARMORPOS_TEST_DATABASE_URL'];
  if (named) return namedServer(named);
  const programs = await ensureMariaDb();
  const directory = mkdtempSync(
    join(options.onDisk ? tmpdir() : quickPlace(), 'armorpos-mariadb-'),
  );
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  process.once('exit', remove);
  const node = new MariaDbNode(programs, join(directory, 'node'), await freePort());
  await node.install();
  await node.start();
  return {
    url: node.url,
    port: node.port,
    kill: () => node.kill(),
    start: () => node.start(),
    async stop() {
      await node.stop();
      process.off('exit', remove);
      remove();
    },
  };
}

function namedServer(named: string): MariaDb {
  const url = new URL(named);
  const notOurs = (): never => {
    throw new Error('The server that ARMORPOS_TEST_DATABASE_URL names is not ours to kill.');
  };
  return {
    url: `mysql://${url.username}:${url.password}@${url.host}`,
    port: Number(url.port || 3306),
    kill: notOurs,
    start: notOurs,
    stop: async () => {},
  };
}

function quickPlace(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enoughMemory ? memory : tmpdir();
}

if (import.meta.main) {
  const server = await startMariaDb({ onDisk: true });
  console.log(server.url);
  await untilInterrupted();
  await server.stop();
}
