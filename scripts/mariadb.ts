import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { MariaDbNode } from './mariadb-node.ts';
import type { Settings } from './mariadb-node.ts';
import { ensureMariaDb } from './mariadb-programs.ts';
import { untilInterrupted } from './until-interrupted.ts';

export type MariaDb = {
  /** Such as mysql://armorpos:…@127.0.0.1:3306, without a database; databases called armorpos_… may be made there. */
  readonly url: string;
  /** Asks it as its administrator. */
  askAsRoot(sql: string): Promise<void>;
  /** Ends the server at once, as a power switch does. */
  kill(): Promise<void>;
  /** Starts it again on what lies on its disk. */
  start(): Promise<void>;
  /** Stops it and removes all that it had. */
  stop(): Promise<void>;
};

const memory = '/dev/shm';
const enoughMemory = 2 * 1024 ** 3;

export type MariaDbOptions = {
  /** Below which its data lies, for tests of what survives, and how fast; otherwise in memory where there is enough. */
  readonly directory?: string;
  /** Besides the usual ones, or in their place. */
  readonly settings?: Settings;
};

/** The MariaDB that ARMORPOS_TEST_DATABASE_URL names, or else one of our own. */
export async function startMariaDb(
  options: MariaDbOptions = {},
): Promise<Pick<MariaDb, 'url' | 'stop'>> {
  const named = process.env['ARMORPOS_TEST_DATABASE_URL'];
  if (!named) return startOwnMariaDb(options);
  const { username, password, host } = new URL(named);
  return { url: `mysql://${username}:${password}@${host}`, stop: async () => {} };
}

/** A MariaDB with a port and data of its own. */
export async function startOwnMariaDb(options: MariaDbOptions = {}): Promise<MariaDb> {
  const programs = await ensureMariaDb();
  const directory = mkdtempSync(join(options.directory ?? quickPlace(), 'armorpos-mariadb-'));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  process.once('exit', remove);
  const node = new MariaDbNode(
    programs,
    join(directory, 'node'),
    await freePort(),
    options.settings,
  );
  await node.install();
  await node.start();
  return {
    url: node.url,
    askAsRoot: (sql) => node.askAsRoot(sql),
    kill: () => node.kill(),
    start: () => node.start(),
    async stop() {
      await node.stop();
      process.off('exit', remove);
      remove();
    },
  };
}

function quickPlace(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enoughMemory ? memory : tmpdir();
}

if (import.meta.main) {
  const server = await startOwnMariaDb({ directory: tmpdir() });
  console.log(server.url);
  await untilInterrupted();
  await server.stop();
}
