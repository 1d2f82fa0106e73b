import type { Connection, QueryError } from 'mysql2';
import { ConnectionLost, SqlFailure, StorageFailed } from '../failures.ts';
import type { Bound } from '../engine.ts';
import type { MysqlPlace } from './database-url.ts';

const connectMs = 3_000;
/** A server that has not answered a statement by then is gone, or as good as gone. */
const answerMs = 20_000;
const slowQueryMs = 40;

export type ConnectionOptions = {
  readonly slow?: ((sql: string, ms: number) => void) | undefined;
  /** For work that may take as long as it takes: a migration, a report, an export. */
  readonly patient?: boolean;
};

// Whatever the server's own settings are, these hold for the till.
const session = [
  "set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY'",
  "set session time_zone = '+00:00'",
  'set session foreign_key_checks = 1',
  'set session unique_checks = 1',
  'set session innodb_lock_wait_timeout = 10',
];

/** One connection to one server. Values come back as numbers, text, bytes and null. */
export class MysqlConnection {
  readonly #connection: Connection;
  readonly #options: ConnectionOptions;
  #isLost = false;
  #isBusy = false;

  private constructor(connection: Connection, options: ConnectionOptions) {
    this.#connection = connection;
    this.#options = options;
    // What fails a statement is told there; a connection that dies between statements is told here.
    connection.on('error', () => {
      this.#isLost = true;
    });
  }

  /** Connects to one host. Throws ConnectionLost where it does not answer. */
  static async open(
    { user, password, database, tls }: MysqlPlace,
    { host, port }: MysqlPlace['hosts'][number],
    options: ConnectionOptions = {},
  ): Promise<MysqlConnection> {
    // Loaded here alone: a till on a file has no need of its 10 MB.
    const { createConnection } = await import('mysql2');
    const connection = createConnection({
      host,
      port,
      user,
      password,
      database,
      charset: 'utf8mb4',
      connectTimeout: connectMs,
      enableKeepAlive: true,
      // Sums come as DECIMAL, and none passes 2^53.
      decimalNumbers: true,
      ...(tls ? { ssl: { rejectUnauthorized: true } } : {}),
    });
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => {
        if (error) reject(failure(`connect to ${host}:${port}`, error));
        else resolve();
      });
    });
    const opened = new MysqlConnection(connection, options);
    try {
      for (const statement of session) await opened.run(statement);
    } catch (error) {
      opened.destroy();
      throw error;
    }
    return opened;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  async all(sql: string, values: readonly Bound[] = []): Promise<unknown[]> {
    const rows = await this.#execute(sql, values);
    return Array.isArray(rows) ? rows : [];
  }

  /** Answers how many rows the statement matched. */
  async run(sql: string, values: readonly Bound[] = []): Promise<number> {
    const result = await this.#execute(sql, values);
    return (result as { affectedRows?: number }).affectedRows ?? 0;
  }

  /** A statement that cannot be prepared, such as the making of a trigger. */
  async exec(sql: string): Promise<void> {
    await this.#ask(sql, (done) => this.#connection.query({ sql, ...this.#limit() }, done));
  }

  /** Rows as they come. Whoever stops before the end loses the connection with it. */
  async *iterate(sql: string, values: readonly Bound[] = []): AsyncGenerator<unknown> {
    this.#isBusy = true;
    const stream = this.#connection.query(sql, [...values]).stream({ highWaterMark: 500 });
    let isDone = false;
    try {
      yield* stream as AsyncIterable<unknown>;
      isDone = true;
    } catch (error) {
      throw this.#failed(sql, error);
    } finally {
      this.#isBusy = false;
      // The rest of the rows would stand before the answer to the next statement.
      if (!isDone) this.destroy();
    }
  }

  /** Lets go politely. */
  async close(): Promise<void> {
    if (this.#isLost) return;
    this.#isLost = true;
    await new Promise<void>((resolve) => this.#connection.end(() => resolve()));
  }

  /** Lets go at once; the server rolls back what was not committed. */
  destroy(): void {
    this.#isLost = true;
    this.#connection.destroy();
  }

  #execute(sql: string, values: readonly Bound[]): Promise<unknown> {
    return this.#ask(sql, (done) =>
      this.#connection.execute({ sql, ...this.#limit() }, values.map(toParameter), done),
    );
  }

  async #ask(
    sql: string,
    start: (done: (error: QueryError | null, result: unknown) => void) => void,
  ): Promise<unknown> {
    // It would wait for ever behind the rows that whoever asks is still reading.
    if (this.#isBusy) throw new Error(`asked while rows are being read: ${sql}`);
    const started = performance.now();
    try {
      return await new Promise((resolve, reject) => {
        start((error, result) => (error ? reject(error) : resolve(result)));
      });
    } catch (error) {
      throw this.#failed(sql, error);
    } finally {
      const ms = performance.now() - started;
      if (ms > slowQueryMs) this.#options.slow?.(sql, ms);
    }
  }

  #limit(): { timeout?: number } {
    return this.#options.patient ? {} : { timeout: answerMs };
  }

  #failed(sql: string, error: unknown): Error {
    const failed = failure(sql, error);
    if (failed instanceof ConnectionLost) this.destroy();
    return failed;
  }
}

function toParameter(value: Bound): string | number | bigint | null | Buffer {
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : value;
}

// https://mariadb.com/docs/server/reference/error-codes and MySQL's server error reference.
const inTheWay = new Set([
  1020, // a row changed since it was read
  1205, // lock wait timeout
  1213, // deadlock; on Galera also a commit that another node's came before
  3101, // Group Replication: another member's commit came before
]);
const outOfReach = new Set([
  1040, // too many connections
  1047, // Galera: this node is not part of the cluster now
  1053, // shutting down
  1152, // aborted connection
  1290, // read-only, as the other members of a group are
  1836, // read-only mode
  1927, // connection killed
  3100, // Group Replication: the member left
]);
const storage = new Set([
  1021, // disk full
  1026, // error writing file
  1030, // error from the storage engine
  1114, // table full
  1194, // crashed table
  1712, // index corrupted
]);

function failure(sql: string, error: unknown): Error {
  const { errno = 0, fatal, code } = error as { errno?: number; fatal?: boolean; code?: string };
  // Refused passwords and unknown databases are fatal to the connection too, but no loss of it.
  const isLogin = errno === 1044 || errno === 1045 || errno === 1049 || errno === 1698;
  if (isLogin) return new SqlFailure(sql, error);
  const isGone = fatal === true || code === 'PROTOCOL_SEQUENCE_TIMEOUT' || code === 'EPIPE';
  if (isGone || outOfReach.has(errno)) return new ConnectionLost(sql, error);
  if (storage.has(errno)) return new StorageFailed(sql, error);
  return new SqlFailure(sql, error, inTheWay.has(errno));
}
