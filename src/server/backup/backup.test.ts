import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveCounter, receiptCounter } from '../projections/project-order.ts';
import { verifyFile } from '../journal/verify.ts';
import { databaseName, openFile } from '../open-database.ts';
import { lockForServer } from '../server-lock.ts';
import { openTestTill } from '../test-till.ts';
import type { TestTill } from '../test-till.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

let till: TestTill;
let place: string;
let file: string;

beforeEach(async () => {
  till = await openTestTill();
  place = mkdtempSync(join(tmpdir(), 'armorpos-backup-'));
  file = join(place, 'monday.db');
});
afterEach(async () => {
  await till.close();
  rmSync(place, { recursive: true });
});

test('D2: a backup is whole, checksummed and journaled, and restores elsewhere to the same journal', async () => {
  const made = await makeBackup(till.deps, file);
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
  const directory = join(place, 'till');
  await makeBackup(till.deps, file);
  await restoreBackup(directory, file, undefined);
  // Seven receipts are given after the backup, in the database that it then replaces once more.
  const newer = openFile(join(directory, databaseName), till.clock.now());
  await newer.write((tx) => moveCounter(tx, 'main', receiptCounter, 7));
  await newer.close();
  const restored = await restoreBackup(directory, file, undefined);
  expect(restored.nextReceiptNumber).toBe(8);
  expect(readdirSync(join(directory, 'backups')).length).toBeGreaterThan(0);
  const result = await verifyFile(join(directory, databaseName), 'main');
  expect(result).toMatchObject({ whole: true });
});

test('D2: a damaged backup is refused and the till is left as it was', async () => {
  await makeBackup(till.deps, file);
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000);
  writeFileSync(file, bytes);
  const elsewhere = join(place, 'other-till');
  await expect(restoreBackup(elsewhere, file, undefined)).rejects.toThrow(/checksum/);
  expect(readdirSync(elsewhere)).toEqual(['server.lock']);
});

test('D2: nothing is restored under a running till', async () => {
  await makeBackup(till.deps, file);
  const elsewhere = join(place, 'other-till');
  const unlock = lockForServer(elsewhere);
  await expect(restoreBackup(elsewhere, file, undefined)).rejects.toThrow(/already running/);
  unlock();
});
