import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Compilable } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bound, Database, Reading, Sql, Tx } from '../engine.ts';
import { SqlFailure, StorageFailed } from '../failures.ts';
import { createReaderPool } from '../reader-pool.ts';
import type { Schema } from '../schema.ts';
import { createWorkQueue } from '../work-queue.ts';
import type { Work } from '../work-queue.ts';
import { checkDurability, setDurability } from './durability.ts';
import { migrateOpened } from './migrate.ts';
import { SqliteFile } from './connection.ts';

const busyForMs = 30_000;
/** After this long without a write the log is moved into the file, so that no sale has to wait for it. */
const idleMs = 250;
type Done = {
  readonly work: Work;
  readonly value: unknown;
  readonly actions: readonly (() => void)[];
};

export type SqliteOptions = { readonly slow?: (sql: string, ms: number) => void };

/** Opens a restaurant's SQLite file: WAL and FULL, read back (S2, R27). ':memory:' gives an empty one with its schema, for a rebuild. */
export function openSqlite(path: string, options: SqliteOptions = {}): Database {
  const sql = sqliteBuilder();
  const writer = new SqliteFile(path, options);
  if (path === ':memory:') {
    migrateOpened(writer, 0, () => {});
  } else {
    setDurability(writer);
    checkDurability(writer);
    // What a savepoint would have to undo outgrew its buffer, and went through a file at every commit.
    writer.exec('pragma temp_store = memory');
  }
  const queue = createWorkQueue(commitBatch, gather);
  const readers = createReaderPool({
    open: () => Promise.resolve(openReader()),
    isUsable: () => true,
    close: ({ file }) => Promise.resolve(file.close()),
  });

  /** Lets works that are on their way join the next commit. */
  async function gather(sharing: number): Promise<void> {
    // One turn of the loop lets the requests that are already here join this commit, and everything
    // else happen between the commits of somebody who writes again at once.
    await turnOfLoop();
    // Those whom the last commit answered ask again at once, and reading a request takes two turns.
    if (sharing > 1) await turnOfLoop();
  }

  async function commitBatch(works: readonly Work[]): Promise<void> {
    const done: Done[] = [];
    const isShared = works.length > 1;
    try {
      await begin(writer);
      for (const work of works) {
        const actions: (() => void)[] = [];
        if (isShared) writer.run('savepoint work');
        try {
          const value = await work.run(sqliteTx(writer, sql, actions));
          if (isShared) writer.run('release work');
          done.push({ work, value, actions });
        } catch (error) {
          // A full or failing disk may have rolled everything back already, the earlier works too.
          if (!isShared || error instanceof StorageFailed || !writer.inTransaction) throw error;
          writer.run('rollback to work');
          writer.run('release work');
          work.reject(error);
        }
      }
      writer.run('commit');
    } catch (error) {
      if (writer.inTransaction) writer.run('rollback');
      for (const work of works) work.reject(error);
      return;
    }
    tidyWhenIdle();
    for (const { work, value, actions } of done) {
      for (const action of actions) action();
      work.resolve(value);
    }
  }

  let idleTimer: NodeJS.Timeout | undefined;
  function tidyWhenIdle(): void {
    if (path === ':memory:') return;
    if (idleTimer) {
      idleTimer.refresh();
      return;
    }
    idleTimer = setTimeout(() => {
      idleTimer = undefined;
      // Passive: it moves what it can and waits for nobody.
      if (!queue.isWorking()) writer.all('pragma wal_checkpoint(passive)');
    }, idleMs).unref();
  }

  function openReader(): { readonly file: SqliteFile; readonly reading: Reading } {
    const file = new SqliteFile(path, { ...options, readOnly: true });
    return { file, reading: sqliteReading(file, sql) };
  }

  return {
    file: path === ':memory:' ? null : path,
    write: (work) => queue.add(work),
    async read<T>(work: (tx: Reading) => Promise<T>): Promise<T> {
      if (path === ':memory:') return work(sqliteReading(writer, sql));
      const reader = await readers.acquire();
      const { file, reading } = reader;
      try {
        file.run('begin');
        return await work(reading);
      } finally {
        if (file.inTransaction) file.run('commit');
        readers.release(reader);
      }
    },
    async close() {
      // Whatever was asked before this is finished, and acknowledged, first.
      await queue.settled();
      clearTimeout(idleTimer);
      await readers.closeAll();
      writer.close();
    },
  };
}

function turnOfLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A builder that compiles for SQLite and can run nothing. */
export function sqliteBuilder(): Sql {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** Waits for another process (an import, a backup) without blocking the readers of this one. */
async function begin(writer: SqliteFile): Promise<void> {
  const until = Date.now() + busyForMs;
  for (;;) {
    try {
      writer.run('begin immediate');
      return;
    } catch (error) {
      if (!(error instanceof SqlFailure) || !error.busy || Date.now() > until) throw error;
      await sleep(5);
    }
  }
}

/** Reads through one connection; the caller sees to its transaction. */
export function sqliteReading(file: SqliteFile, sql: Sql): Reading {
  return {
    sql,
    async all<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile();
      return file.all(text, parameters as readonly Bound[]) as Row[];
    },
    async first<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile();
      return file.first(text, parameters as readonly Bound[]) as Row | undefined;
    },
    async *each<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile();
      yield* file.iterate(text, parameters as readonly Bound[]) as Iterable<Row>;
    },
  };
}

function sqliteTx(file: SqliteFile, sql: Sql, actions: (() => void)[]): Tx {
  return {
    ...sqliteReading(file, sql),
    async run(query) {
      const { sql: text, parameters } = query.compile();
      return file.run(text, parameters as readonly Bound[]);
    },
    async insertRows(table, columns, rows) {
      const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
      file.runEach(text, rows);
    },
    async addTo(table, keys, deltas) {
      const names = [...Object.keys(keys), ...Object.keys(deltas)];
      const text =
        `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')}) ` +
        `on conflict (${Object.keys(keys).join(', ')}) do update set ` +
        Object.keys(deltas)
          .map((name) => `${name} = ${name} + excluded.${name}`)
          .join(', ');
      file.run(text, [...Object.values(keys), ...Object.values(deltas)]);
    },
    afterCommit(action) {
      actions.push(action);
    },
  };
}
