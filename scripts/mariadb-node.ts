import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { isRoot } from './is-root.ts';
import type { MariaDbPrograms } from './mariadb-programs.ts';

export const user = 'armorpos';
export const password = randomBytes(12).toString('hex');

/** Durable, like the till wants it; small, for it shares a machine with the till that it is tried with. */
const usualSettings: Settings = {
  bind_address: '127.0.0.1',
  innodb_flush_log_at_trx_commit: 1,
  sync_binlog: 1,
  innodb_buffer_pool_size: '64M',
  innodb_log_file_size: '48M',
  key_buffer_size: '1M',
  performance_schema: 'off',
  max_connections: 200,
  skip_name_resolve: 'on',
};

export type Settings = Readonly<Record<string, string | number>>;

/** One mariadbd with a data directory, a port and a socket of its own. */
export class MariaDbNode {
  readonly port: number;
  readonly #programs: MariaDbPrograms;
  readonly #directory: string;
  #process: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();

  /** Makes `directory`, which must not be there yet; `own` are settings besides the usual ones. */
  constructor(programs: MariaDbPrograms, directory: string, port: number, own: Settings = {}) {
    this.port = port;
    this.#programs = programs;
    this.#directory = directory;
    const all: Settings = {
      datadir: this.#dataDirectory,
      socket: this.#socket,
      pid_file: join(directory, 'pid'),
      // A server that starts throws away what it takes for its own leftovers, in whatever directory that is.
      tmpdir: directory,
      port,
      ...(isRoot ? { user: 'root' } : {}),
      ...usualSettings,
      ...own,
    };
    mkdirSync(directory, { mode: 0o700 });
    // In a file of its own, for the programs that transfer a node's state read it too.
    const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`);
    writeFileSync(
      this.#settingsFile,
      ['[mysqld]', ...lines, '[sst]', 'sst-syslog=0', ''].join('\n'),
    );
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
    const users = [
      // Until then nothing knows of users.
      'flush privileges;',
      `create user '${user}'@'%' identified by '${password}';`,
      `grant all on \`${user}\\_%\`.* to '${user}'@'%';`,
    ];
    const usersFile = join(this.#directory, 'users.sql');
    writeFileSync(usersFile, `${users.join('\n')}\n`, { mode: 0o600 });
    const making = this.#spawn(this.#programs.install, [
      `--defaults-file=${this.#settingsFile}`,
      `--extra-file=${usersFile}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]);
    const [code] = (await once(making, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`MariaDB could not make its data directory:\n${this.log}`);
  }

  /** Starts it and waits until it takes the till's connections; `own` are settings of this start alone. */
  async start(own: readonly string[] = [], longestMs = 60_000): Promise<void> {
    const child = this.#spawn(this.#programs.server, [
      `--defaults-file=${this.#settingsFile}`,
      ...own,
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

  /** Asks it as its administrator. */
  async askAsRoot(sql: string): Promise<void> {
    const connection = await createConnection({ socketPath: this.#socket, user: 'root' });
    try {
      await connection.query(sql);
    } finally {
      await connection.end();
    }
  }

  /** Runs it for one question that it answers in its log, and gives what it wrote there. */
  async ask(question: string): Promise<string> {
    const before = this.log.length;
    const child = this.#spawn(this.#programs.server, [
      `--defaults-file=${this.#settingsFile}`,
      question,
    ]);
    await once(child, 'exit');
    return this.log.slice(before);
  }

  /** Makes its data those of another, which must not run either. */
  copyFrom(other: MariaDbNode): void {
    rmSync(this.#dataDirectory, { recursive: true, force: true });
    cpSync(other.#dataDirectory, this.#dataDirectory, { recursive: true });
  }

  /** Its disk is lost: an empty one takes its place. */
  empty(): void {
    rmSync(this.#dataDirectory, { recursive: true, force: true });
    mkdirSync(this.#dataDirectory);
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

  get #socket(): string {
    return join(this.#directory, 'socket');
  }

  get #settingsFile(): string {
    return join(this.#directory, 'my.cnf');
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
