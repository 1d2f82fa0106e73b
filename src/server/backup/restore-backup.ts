import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkIntegrity } from '../db/sqlite/copy.ts';
import { SqliteFile } from '../db/sqlite/connection.ts';
import { record } from '../journal/record.ts';
import { verifyFile } from '../journal/verify.ts';
import { databaseName } from '../open-database.ts';
import { closeTill, openTill } from '../open-till.ts';
import { receiptCounter } from '../projections/project-order.ts';
import { lockForServer } from '../server-lock.ts';
import { keepAside } from './keep-aside.ts';
import { checksumFile, sha256Of } from './make-backup.ts';

export type Restored = {
  readonly entries: number;
  /** Where the database that was there before lies now; null where there was none. */
  readonly safetyCopy: string | null;
  readonly nextReceiptNumber: number;
};

const site = 'main';

/**
 * Puts a backup in the place of a till's database: proved whole first, a copy of what was there kept,
 * journaled, and no receipt number ever given twice (D2). Refuses while a till runs on the directory.
 * `atLeast` is the next receipt number where the old database can no longer be asked.
 */
export async function restoreBackup(
  directory: string,
  file: string,
  atLeast: number | undefined,
): Promise<Restored> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const unlock = lockForServer(directory);
  try {
    const entries = await proveWhole(file);
    const path = join(directory, databaseName);
    const given = existsSync(path) ? lastReceipt(path, atLeast) : 0;
    const safetyCopy = existsSync(path) ? keepAside(directory, path, 'restore') : null;
    putInPlace(file, path);
    const next = Math.max(given, readLastReceipt(path)) + 1;
    const nextReceiptNumber = Math.max(next, atLeast ?? 1);
    await journalRestore(directory, nextReceiptNumber);
    return { entries, safetyCopy, nextReceiptNumber };
  } finally {
    unlock();
  }
}

async function proveWhole(file: string): Promise<number> {
  const checksum = checksumFile(file);
  if (existsSync(checksum) && !readFileSync(checksum, 'utf8').startsWith(await sha256Of(file))) {
    throw new Error(`${file} is not the file its checksum was made of. Use another backup.`);
  }
  checkIntegrity(file);
  const result = await verifyFile(file, site);
  if (!result.whole) throw new Error(`${file} is not whole. Use another backup.`);
  return result.entries;
}

function readLastReceipt(path: string): number {
  const file = new SqliteFile(path, { readOnly: true });
  try {
    const row = file.all('select value from counters where site = ? and name = ?', [
      site,
      receiptCounter,
    ])[0];
    return (row as { value: number } | undefined)?.value ?? 0;
  } finally {
    file.close();
  }
}

function lastReceipt(path: string, atLeast: number | undefined): number {
  try {
    return readLastReceipt(path);
  } catch (error) {
    if (atLeast !== undefined) return atLeast - 1;
    throw new Error(
      'The database that is there cannot be read, so the last receipt number is unknown. ' +
        'Look at the last printed receipt and add --next-receipt with the number after it.',
      { cause: error },
    );
  }
}

function putInPlace(file: string, path: string): void {
  const incoming = `${path}.incoming`;
  copyFileSync(file, incoming);
  chmodSync(incoming, 0o600);
  const handle = openSync(incoming, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(incoming, path);
  rmSync(`${path}-wal`, { force: true });
  rmSync(`${path}-shm`, { force: true });
}

async function journalRestore(directory: string, nextReceiptNumber: number): Promise<void> {
  const deps = await openTill({ directory });
  try {
    await deps.database.write(async (tx) => {
      const head = await tx.first(
        tx.sql.selectFrom('journal_heads').select(['seq', 'hash']).where('site', '=', site),
      );
      // Whoever was signed in when the backup was made is not signed in now.
      await tx.run(tx.sql.deleteFrom('sessions'));
      const { seq, hash } = head ?? { seq: 0, hash: '' };
      await record(deps, tx, [
        { type: 'backup_restored', at: deps.now(), by: null, seq, hash, nextReceiptNumber },
      ]);
    });
  } finally {
    await closeTill(deps);
  }
}
