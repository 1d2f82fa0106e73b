import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { MysqlConnection } from '../../src/server/db/mysql/connection.ts';
import { SqliteFile } from '../../src/server/db/sqlite/connection.ts';
import type { Place } from '../../src/server/open-till.ts';
import { learnTomorrow, openAt } from './next-start.ts';

// The start of tomorrow's program on a database, in a process of its own that is told when to die.

/** What the process is told, as JSON in ARMORPOS_TRIAL_UPGRADE. */
export type UpgradeOrder = {
  readonly place: Place;
  /** Dies at this of its statements, counted from 1: before it, or when it was sent and not yet answered. */
  readonly statement?: number;
  readonly isSent?: boolean;
  /** Dies this long after it began, wherever it is. */
  readonly afterMs?: number;
  /** For the negative control: no transactions on a file, no notes on a server. */
  readonly isCareless?: boolean;
};
/** What it says at its end. */
export type UpgradeReport = {
  readonly ms: number;
  readonly statements: readonly Statement[];
};
/** A statement that writes; `isSent` where it can be told to die while the server works on it. */
export type Statement = { readonly on: 'file' | 'server'; readonly isSent: boolean };

async function upgrade(): Promise<void> {
  const order = JSON.parse(process.env['ARMORPOS_TRIAL_UPGRADE'] ?? '') as UpgradeOrder;
  learnTomorrow();
  const statements = watchStatements(order);
  const begin = order.afterMs === undefined ? () => {} : await readyToDie(order.afterMs);
  const startedAt = performance.now();
  begin();
  await openAt(order.place);
  const ms = performance.now() - startedAt;
  console.log(JSON.stringify({ ms, statements } satisfies UpgradeReport));
  process.exit();
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

const writes = /^(?:alter|begin|commit|create|delete|drop|insert|start transaction$|update|vacuum)/;
const transaction = /^(?:begin|commit)/;
const note = /^insert into migration_steps/;

function watchStatements(order: UpgradeOrder): Statement[] {
  const seen: Statement[] = [];
  /** Whether this is the one to die at; before it is run, unless it is to be sent first. */
  const meet = (on: Statement['on'], isSent: boolean, sql: string): boolean => {
    if (!writes.test(sql)) return false;
    seen.push({ on, isSent });
    if (seen.length !== order.statement) return false;
    if (!order.isSent) die();
    return true;
  };
  const protection = order.place.databaseUrl === undefined ? transaction : note;
  const isDropped = (sql: string): boolean => order.isCareless === true && protection.test(sql);

  const file = { ...methodsOf(SqliteFile.prototype) };
  SqliteFile.prototype.exec = function (sql) {
    meet('file', false, sql);
    file.exec.call(this, sql);
  };
  SqliteFile.prototype.run = function (sql, values) {
    meet('file', false, sql);
    return isDropped(sql) ? 0 : file.run.call(this, sql, values);
  };
  SqliteFile.prototype.runEach = function (sql, rows) {
    meet('file', false, sql);
    file.runEach.call(this, sql, rows);
  };
  const server = { exec: MysqlConnection.prototype.exec, run: MysqlConnection.prototype.run };
  MysqlConnection.prototype.exec = function (sql) {
    const isLast = meet('server', true, sql);
    const answer = server.exec.call(this, sql);
    // It is on its way to the server, which will work on it for nobody.
    if (isLast) setImmediate(die);
    return answer;
  };
  MysqlConnection.prototype.run = function (sql, values) {
    meet('server', false, sql);
    return isDropped(sql) ? Promise.resolve(0) : server.run.call(this, sql, values);
  };
  return seen;
}

function methodsOf({
  exec,
  run,
  runEach,
}: SqliteFile): Pick<SqliteFile, 'exec' | 'run' | 'runEach'> {
  return { exec, run, runEach };
}

/** A thread that ends the process after a time, whatever its other thread is busy with. */
async function readyToDie(afterMs: number): Promise<() => void> {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const clock = new Worker(
    `const { begun, afterMs } = require('node:worker_threads').workerData;
     Atomics.wait(begun, 0, 0);
     Atomics.wait(begun, 0, 1, afterMs);
     process.kill(process.pid, 'SIGKILL');`,
    { eval: true, workerData: { begun, afterMs } },
  );
  await once(clock, 'online');
  clock.unref();
  return () => {
    Atomics.store(begun, 0, 1);
    Atomics.notify(begun, 0);
  };
}

if (import.meta.main) await upgrade();
