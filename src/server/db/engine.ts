import type { Compilable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Builds SQL; it holds no connection, so no query can run outside a transaction by mistake. */
export type Sql = Kysely<Schema>;

/** A value that either engine binds. Booleans are 0/1 and instants epoch milliseconds, mapped in the stores. */
export type Bound = string | number | bigint | null | Uint8Array;

/** A consistent view of the database. */
export type Reading = {
  readonly sql: Sql;
  all<Row>(query: Compilable<Row>): Promise<Row[]>;
  first<Row>(query: Compilable<Row>): Promise<Row | undefined>;
  /** Rows one by one, for what does not fit in memory. */
  each<Row>(query: Compilable<Row>): AsyncIterable<Row>;
};

/** One unit of work: everything in it is durable when its `write` resolves, or nothing is. */
export type Tx = Reading & {
  /** Answers how many rows it touched. */
  run(query: Compilable<unknown>): Promise<number>;
  /** Inserts many rows with one prepared statement. */
  insertRows<Table extends keyof Schema & string>(
    table: Table,
    columns: readonly (keyof Schema[Table] & string)[],
    rows: readonly (readonly Bound[])[],
  ): Promise<void>;
  /**
   * Adds `deltas` to the row with these keys, making it where there is none. The one upsert: engines
   * differ in it.
   */
  addTo<Table extends keyof Schema & string>(
    table: Table,
    keys: Readonly<Record<string, string | number>>,
    deltas: Readonly<Record<string, number>>,
  ): Promise<void>;
  /** Runs once this work is durable; never if it is not. */
  afterCommit(action: () => void): void;
};

export type Database = {
  /** The file it lies in, for a worker to open for itself; null where it lies in none. */
  readonly file: string | null;
  /** One writer at a time, in the order asked. Works that wait share a commit, each in its own savepoint. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: Reading) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};
