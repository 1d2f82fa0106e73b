import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveCounter, receiptCounter } from '../projections/project-order.ts';
import { verifyFile } from '../journal/verify.ts';
import { databaseName } from '../open-till.ts';
import { lockForServer } from '../server-lock.ts';
import { openTestTill } from '../test-till.ts';
import type { TestTill } from '../test-till.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

let till: TestTill;
let place: string;
let file: string;

beforeEach(async () => {
  till = await openTestTill({ engine: 'sqlite' });
  place = mkdtempSync(join(tmpdir(), 'armorpos-backup-'));
  file = join(place, 'monday.db');
});
afterEach(async () => {
  await till.close();
  rmSync(place, { recursive: true });
});

function database(): string {
  return till.deps.database.file ?? '';
}

test('D2: a backup is whole, checksummed and journaled, and restores elsewhere to the same journal', async () => {
  const made = await makeBackup(till.deps, database(), file);
  expect(made.entries).toBeGreaterThan(5);
  expect((await till.journaled()).at(-1)).toBe('backup_made');
  const elsewhere = join(place, 'other-till');
  const restored = await restoreBackup(elsewhere, file, undefined);
  expect(restored).toMatchObject({ entries: made.entries, safetyCopy: null, nextReceiptNumber: 1 });
  const anchor = { seq: made.head?.seq ?? 0, hash: made.head?.hash ?? '' };
  const result = await verifyFile(join(elsewhere, databaseName), 'main', anchor);
  expect(result).toMatchObject({ whole: true, entries: made.entries + 1 });
});

test('D2: restoring an older backup keeps what was there and never gives a receipt number twice', async () => {
  await makeBackup(till.deps, database(), file);
  // Seven receipts more are given after the backup, in the database that is then replaced.
  await till.deps.database.write((tx) => moveCounter(tx, 'main', receiptCounter, 7));
  const directory = join(place, 'till');
  cpSync(till.deps.dataDirectory ?? '', directory, { recursive: true });
  cpSync(join(directory, 'till.db'), join(directory, databaseName));
  cpSync(join(directory, 'till.db-wal'), join(directory, `${databaseName}-wal`));
  const restored = await restoreBackup(directory, file, undefined);
  expect(restored.nextReceiptNumber).toBe(8);
  expect(readdirSync(join(directory, 'backups')).length).toBeGreaterThan(0);
  const result = await verifyFile(join(directory, databaseName), 'main');
  expect(result).toMatchObject({ whole: true });
});

test('D2: a damaged backup is refused and the till is left as it was', async () => {
  await makeBackup(till.deps, database(), file);
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000);
  writeFileSync(file, bytes);
  const elsewhere = join(place, 'other-till');
  await expect(restoreBackup(elsewhere, file, undefined)).rejects.toThrow(/checksum/);
  expect(readdirSync(elsewhere)).toEqual(['server.lock']);
});

test('D2: nothing is restored under a running till', async () => {
  await makeBackup(till.deps, database(), file);
  const elsewhere = join(place, 'other-till');
  const unlock = lockForServer(elsewhere);
  await expect(restoreBackup(elsewhere, file, undefined)).rejects.toThrow(/already running/);
  unlock();
});
