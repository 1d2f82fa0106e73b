import { DummyDriver, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely';
import type { Compilable } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bound, Database, Reading, Sql, Tx } from '../engine.ts';
import { ConnectionLost, SqlFailure } from '../failures.ts';
import { createReaderPool } from '../reader-pool.ts';
import type { Schema } from '../schema.ts';
import { createWorkQueue } from '../work-queue.ts';
import type { Work } from '../work-queue.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { checkDurability } from './durability.ts';
import { MysqlHosts } from './hosts.ts';
import type { MysqlConnection } from './connection.ts';
import { migrateMysql } from './migrate.ts';

/** A cluster that lost a node needs some seconds to agree that it did. */
const patienceMs = 30_000;

type Outcome = { readonly actions: readonly (() => void)[] } & (
  { readonly value: unknown } | { readonly refused: unknown }
);

export type MysqlOptions = {
  /** Whose chain of the journal is written: writers take turns at its head. */
  readonly site: string;
  readonly slow?: (sql: string, ms: number) => void;
};

/**
 * Opens a restaurant's database on a MySQL-compatible server, or the first that answers of several that
 * hold the same. Several servers of the till may work on it: writers take turns at the head of the site's
 * journal, so its chain has no gap and no fork. Refuses a server whose commits are not durable (S2).
 */
export async function openMysql(url: string, options: MysqlOptions): Promise<Database> {
  const { site } = options;
  const sql = mysqlBuilder();
  const hosts = new MysqlHosts(parseDatabaseUrl(url), options.slow);
  const queue = createWorkQueue(commitBatch);
  let writer: MysqlConnection | undefined;
  let isGalera = false;
  const readers = createReaderPool({
    open: openReader,
    isUsable: (connection) => !connection.isLost,
    close: (connection) => connection.close(),
  });

  async function connectWriter(): Promise<MysqlConnection> {
    if (writer && !writer.isLost) return writer;
    const connection = await hosts.connect();
    try {
      ({ isGalera } = await checkDurability(connection));
      // Read what is newest for itself alone: whoever waits for the head decides by what the one before wrote.
      await connection.run('set session transaction isolation level read committed');
      await waitForOthers(connection);
    } catch (error) {
      connection.destroy();
      throw error;
    }
    writer = connection;
    return connection;
  }

  /**
   * Conflicts with other writers, and a server that went away, are tried again. A commit whose answer was
   * lost may have happened: then its commands find their own keys and answer as they did (O2).
   */
  async function commitBatch(works: readonly Work[]): Promise<void> {
    const until = performance.now() + patienceMs;
    // Each counted by itself: a cluster that loses a node brings many losses, and then conflicts.
    const met = { conflict: 0, duplicate: 0 };
    for (;;) {
      try {
        const outcomes = await attempt(await connectWriter(), works);
        for (const [i, outcome] of outcomes.entries()) settle(works[i], outcome);
        return;
      } catch (error) {
        await rollBack();
        const obstacle = obstacleIn(error);
        if (obstacle) met[obstacle] += 1;
        const again =
          error instanceof ConnectionLost
            ? performance.now() < until
            : obstacle !== undefined && met[obstacle] <= mostRetries[obstacle];
        if (!again) {
          for (const work of works) work.reject(error);
          return;
        }
        const wait =
          error instanceof ConnectionLost ? 100 : Math.min(met.conflict + met.duplicate, 20) * 5;
        await sleep(Math.random() * wait);
      }
    }
  }

  async function attempt(
    connection: MysqlConnection,
    works: readonly Work[],
  ): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    await connection.run('start transaction');
    await connection.all('select seq from journal_heads where site = ? for update', [site]);
    for (const work of works) {
      const actions: (() => void)[] = [];
      if (works.length > 1) await connection.run('savepoint work');
      try {
        const value = await work.run(mysqlTx(connection, sql, actions));
        outcomes.push({ value, actions });
      } catch (error) {
        // After these there is no transaction to go on with.
        if (error instanceof ConnectionLost || obstacleIn(error)) throw error;
        await connection.run(works.length > 1 ? 'rollback to savepoint work' : 'rollback');
        outcomes.push({ refused: error, actions: [] });
      }
    }
    await connection.run('commit');
    return outcomes;
  }

  async function rollBack(): Promise<void> {
    if (!writer || writer.isLost) return;
    await writer.run('rollback').catch(() => writer?.destroy());
  }

  async function openReader(): Promise<MysqlConnection> {
    const connection = await hosts.connect({ patient: true });
    await connection.run('set session transaction isolation level repeatable read');
    await waitForOthers(connection);
    return connection;
  }

  /** On a cluster, what was acknowledged by another node is read here only when this one has it too. */
  async function waitForOthers(connection: MysqlConnection): Promise<void> {
    if (isGalera) await connection.run('set session wsrep_sync_wait = 1');
  }

  /** A connection that died while it lay idle is found out by its first statement. */
  async function beginReading(): Promise<MysqlConnection> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const connection = await readers.acquire();
      try {
        await connection.run('start transaction with consistent snapshot, read only');
        return connection;
      } catch (error) {
        readers.release(connection);
        if (!(error instanceof ConnectionLost) || performance.now() > until) throw error;
      }
    }
  }

  // Refuses at once what cannot be trusted, not at the first sale.
  await connectWriter();

  return {
    file: null,
    write: (work) => queue.add(work),
    async read<T>(work: (tx: Reading) => Promise<T>): Promise<T> {
      const connection = await beginReading();
      try {
        const value = await work(mysqlReading(connection, sql));
        await connection.run('commit');
        return value;
      } catch (error) {
        if (!connection.isLost) await connection.run('rollback').catch(() => connection.destroy());
        throw error;
      } finally {
        readers.release(connection);
      }
    },
    async close() {
      // Whatever was asked before this is finished, and acknowledged, first.
      await queue.settled();
      await readers.closeAll();
      await writer?.close();
    },
  };
}

/** Brings the database at this address to the newest schema (D1). */
export async function migrateAt(
  url: string,
  now: number,
  beforeChange?: (from: number) => Promise<void>,
): Promise<void> {
  const connection = await new MysqlHosts(parseDatabaseUrl(url)).connect({ patient: true });
  try {
    await migrateMysql(connection, await checkDurability(connection), now, beforeChange);
  } finally {
    await connection.close();
  }
}

/** How many other connections work on this database: other servers of the till, or an operator's own. */
export async function countOthers(url: string): Promise<number> {
  const connection = await new MysqlHosts(parseDatabaseUrl(url)).connect();
  try {
    const [row] = await connection.all(
      'select count(*) as n from information_schema.processlist where db = database() and id <> connection_id()',
    );
    return (row as { n: number }).n;
  } finally {
    await connection.close();
  }
}

function settle(work: Work | undefined, outcome: Outcome): void {
  for (const action of outcome.actions) action();
  if ('refused' in outcome) work?.reject(outcome.refused);
  else work?.resolve(outcome.value);
}

const duplicateKey = 1062;

/** How often the same work is tried again. */
const mostRetries = { conflict: 100, duplicate: 10 } as const;

/** Another writer came first. */
function obstacleIn(error: unknown): keyof typeof mostRetries | undefined {
  if (!(error instanceof SqlFailure)) return undefined;
  if (error.busy) return 'conflict';
  // On a cluster a duplicate key may be the command that another server has just run; then it is found the next time.
  return (error.cause as { errno?: number }).errno === duplicateKey ? 'duplicate' : undefined;
}

/** A builder that compiles for MySQL and can run nothing. */
function mysqlBuilder(): Sql {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new MysqlAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new MysqlIntrospector(db),
      createQueryCompiler: () => new MysqlQueryCompiler(),
    },
  });
}

function mysqlReading(connection: MysqlConnection, sql: Sql): Reading {
  return {
    sql,
    async all<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile();
      return (await connection.all(text, parameters as readonly Bound[])) as Row[];
    },
    async first<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile();
      return (await connection.all(text, parameters as readonly Bound[]))[0] as Row | undefined;
    },
    each<Row>(query: Compilable<Row>) {
      const { sql: text, parameters } = query.compile();
      return connection.iterate(text, parameters as readonly Bound[]) as AsyncIterable<Row>;
    },
  };
}

/** Few sizes of statement, so that each is prepared once. */
const rowsAtOnce = [256, 32, 4, 1] as const;

function mysqlTx(connection: MysqlConnection, sql: Sql, actions: (() => void)[]): Tx {
  return {
    ...mysqlReading(connection, sql),
    async run(query) {
      const { sql: text, parameters } = query.compile();
      return connection.run(text, parameters as readonly Bound[]);
    },
    async insertRows(table, columns, rows) {
      const row = `(${columns.map(() => '?').join(', ')})`;
      for (let done = 0; done < rows.length;) {
        const count = rowsAtOnce.find((size) => size <= rows.length - done) ?? 1;
        const text = `insert into ${table} (${quoted(columns)}) values ${Array(count).fill(row).join(', ')}`;
        await connection.run(text, rows.slice(done, done + count).flat());
        done += count;
      }
    },
    async addTo(table, keys, deltas) {
      const names = [...Object.keys(keys), ...Object.keys(deltas)];
      const text =
        `insert into ${table} (${quoted(names)}) values (${names.map(() => '?').join(', ')}) ` +
        `on duplicate key update ` +
        Object.keys(deltas)
          .map((name) => `\`${name}\` = \`${name}\` + values(\`${name}\`)`)
          .join(', ');
      await connection.run(text, [...Object.values(keys), ...Object.values(deltas)]);
    },
    afterCommit(action) {
      actions.push(action);
    },
  };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
