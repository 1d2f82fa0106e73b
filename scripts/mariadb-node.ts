import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { isRoot } from './is-root.ts';
import type { MariaDbPrograms } from './mariadb-programs.ts';

export const user = 'armorpos';
export const password = randomBytes(12).toString('hex');

/** Durable, like the till wants it; small, for it shares a machine with the till that it is tried with. */
const settings = [
  '--bind-address=127.0.0.1',
  '--innodb-flush-log-at-trx-commit=1',
  '--sync-binlog=1',
  '--innodb-buffer-pool-size=64M',
  '--innodb-log-file-size=48M',
  '--key-buffer-size=1M',
  '--performance-schema=off',
  '--max-connections=200',
  '--skip-name-resolve',
];

/** One mariadbd with a data directory, a port and a socket of its own. */
export class MariaDbNode {
  readonly port: number;
  readonly #programs: MariaDbPrograms;
  readonly #directory: string;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();

  /** `directory` must not be there yet; `own` are settings besides the usual ones. */
  constructor(
    programs: MariaDbPrograms,
    directory: string,
    port: number,
    own: readonly string[] = [],
  ) {
    this.port = port;
    this.#programs = programs;
    this.#directory = directory;
    this.#settings = own;
  }

  /** Such as mysql://armorpos:…@127.0.0.1:3306, without a database. */
  get url(): string {
    return `mysql://${user}:${password}@127.0.0.1:${this.port}`;
  }

  /** What it wrote to its log so far. */
  get log(): string {
    return readFileSync(join(this.#directory, 'log'), 'utf8');
  }

  /** Makes an empty data directory with the user of the till, who may do as it likes with databases called armorpos_…. */
  async install(): Promise<void> {
    mkdirSync(this.#directory, { mode: 0o700 });
    const users = [
      `create user if not exists '${user}'@'%' identified by '${password}';`,
      `grant all on \`${user}\\_%\`.* to '${user}'@'%';`,
    ];
    writeFileSync(join(this.#directory, 'users.sql'), `${users.join('\n')}\n`);
    const making = this.#spawn(this.#programs.install, [
      '--no-defaults',
      `--datadir=${this.#dataDirectory}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
      ...asRoot,
    ]);
    const code = await new Promise((resolve, reject) => {
      making.once('exit', resolve).once('error', reject);
    });
    if (code !== 0) throw new Error(`MariaDB could not make its data directory:\n${this.log}`);
  }

  /** Starts it and waits until it takes the till's connections; `once` are settings of this start alone. */
  async start(once: readonly string[] = [], longestMs = 60_000): Promise<void> {
    const child = this.#spawn(this.#programs.server, [
      '--no-defaults',
      `--datadir=${this.#dataDirectory}`,
      `--socket=${join(this.#directory, 'socket')}`,
      `--pid-file=${join(this.#directory, 'pid')}`,
      `--port=${this.port}`,
      `--init-file=${join(this.#directory, 'users.sql')}`,
      ...asRoot,
      ...settings,
      ...this.#settings,
      ...once,
    ]);
    this.#process = child;
    // Whatever ends this program ends the server too.
    const takeAlong = (): void => void child.kill('SIGKILL');
    process.once('exit', takeAlong);
    this.#gone = new Promise((resolve) => {
      child.once('exit', () => {
        process.off('exit', takeAlong);
        resolve();
      });
    });
    const giveUpAt = Date.now() + longestMs;
    while (!(await this.#answers())) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > giveUpAt) {
        takeAlong();
        throw new Error(`MariaDB did not start:\n${this.log.slice(-4_000)}`);
      }
      await sleep(50);
    }
  }

  /** Ends it at once, as a power switch does. */
  async kill(): Promise<void> {
    this.#process?.kill('SIGKILL');
    await this.#gone;
  }

  /** Asks it to finish, and waits until it has. */
  async stop(): Promise<void> {
    this.#process?.kill('SIGTERM');
    await this.#gone;
  }

  get #dataDirectory(): string {
    return join(this.#directory, 'data');
  }

  #spawn(program: string, words: readonly string[]): ChildProcess {
    const log = openSync(join(this.#directory, 'log'), 'a');
    try {
      return spawn(program, words, { stdio: ['ignore', log, log] });
    } finally {
      closeSync(log);
    }
  }

  async #answers(): Promise<boolean> {
    try {
      const connection = await createConnection(this.url);
      await connection.query('select 1');
      await connection.end();
      return true;
    } catch {
      return false;
    }
  }
}

const asRoot = isRoot ? ['--user=root'] : [];
