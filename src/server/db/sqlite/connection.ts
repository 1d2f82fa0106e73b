import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { SqlFailure, StorageFailed } from '../failures.ts';
import type { Bound } from '../engine.ts';

const slowQueryMs = 40;

/** One connection to a SQLite file, with its statements kept. Values come back as numbers, text, bytes and null. */
export class SqliteFile {
  readonly #handle: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #slow: (sql: string, ms: number) => void;

  constructor(
    path: string,
    options: { readOnly?: boolean; slow?: (sql: string, ms: number) => void } = {},
  ) {
    this.#slow = options.slow ?? (() => {});
    this.#handle = new DatabaseSync(path, {
      readOnly: options.readOnly ?? false,
      enableForeignKeyConstraints: true,
      // A writer waits without blocking the loop (see begin); a reader hardly ever meets a lock.
      timeout: options.readOnly ? 2000 : 0,
    });
  }

  get inTransaction(): boolean {
    return this.#handle.isTransaction;
  }

  exec(sql: string): void {
    this.#guard(sql, () => this.#handle.exec(sql));
  }

  all(sql: string, values: readonly Bound[] = []): unknown[] {
    return this.#guard(sql, () => this.#statement(sql).all(...values));
  }

  /** The first row alone, which costs a third of asking for all of one. */
  first(sql: string, values: readonly Bound[] = []): unknown {
    return this.#guard(sql, () => this.#statement(sql).get(...values));
  }

  run(sql: string, values: readonly Bound[] = []): number {
    return this.#guard(sql, () => Number(this.#statement(sql).run(...values).changes));
  }

  /** Runs one statement for each row; the cost around a statement is paid once. */
  runEach(sql: string, rows: readonly (readonly Bound[])[]): void {
    this.#guard(sql, () => {
      const statement = this.#statement(sql);
      for (const values of rows) statement.run(...values);
    });
  }

  iterate(sql: string, values: readonly Bound[] = []): Iterable<unknown> {
    // A statement of its own: a kept one would be reset under the reader by its next use.
    return this.#guard(sql, () => this.#handle.prepare(sql).iterate(...values));
  }

  close(): void {
    this.#statements.clear();
    this.#handle.close();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#handle.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(sql: string, work: () => T): T {
    const started = performance.now();
    try {
      return work();
    } catch (error) {
      throw failure(sql, error);
    } finally {
      const ms = performance.now() - started;
      if (ms > slowQueryMs) this.#slow(sql, ms);
    }
  }
}

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
const primary = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADatabase: 26,
};

function failure(sql: string, error: unknown): Error {
  const code = Number((error as { errcode?: number }).errcode ?? 0) & 0xff;
  const storage = [
    primary.readOnly,
    primary.ioError,
    primary.corrupt,
    primary.full,
    primary.cantOpen,
    primary.notADatabase,
  ];
  if (storage.includes(code)) return new StorageFailed(sql, error);
  return new SqlFailure(sql, error, code === primary.busy || code === primary.locked);
}
