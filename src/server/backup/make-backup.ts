import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Verification } from '../../contract/journal.ts';
import type { Database } from '../db/engine.ts';
import { copySqlite } from '../db/sqlite/copy.ts';
import type { Deps } from '../deps.ts';
import { record } from '../journal/record.ts';
import { verifyFile } from '../journal/verify.ts';
import { copyTables } from '../move/copy-tables.ts';
import { openFile } from '../open-database.ts';

export type Backup = {
  readonly file: string;
  readonly sha256: string;
  readonly entries: number;
  readonly head: Verification['head'];
};

/**
 * Copies the running till's database consistently, opens the copy and proves it whole; only then does it
 * count as a backup (D2). Whatever the engine, the copy is a SQLite file. Its checksum is written beside
 * it. The keys of the install are not in it.
 */
export async function makeBackup(deps: Deps, file: string): Promise<Backup> {
  if (existsSync(checksumFile(file))) throw new Error(`${checksumFile(file)} is there already.`);
  await copyDatabase(deps.database, file);
  const result = await verifyFile(file, deps.site);
  if (!result.whole) {
    rmSync(file);
    throw new Error(
      'The copy is not whole, so there is no backup. Run "armorpos verify" to see what is wrong with the database.',
    );
  }
  const sha256 = await sha256Of(file);
  writeFileSync(checksumFile(file), `${sha256}  ${file}\n`, { mode: 0o600 });
  const { seq, hash } = result.head ?? { seq: 0, hash: '' };
  await deps.database.write((tx) =>
    record(deps, tx, [{ type: 'backup_made', at: deps.now(), by: null, seq, hash }]),
  );
  return { file, sha256, entries: result.entries, head: result.head };
}

/** As of one moment, while selling goes on. Refuses to overwrite. */
async function copyDatabase(database: Database, file: string): Promise<void> {
  if (database.file !== null) return copySqlite(database.file, file);
  if (existsSync(file)) throw new Error(`${file} is there already. Choose another name.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const copy = openFile(file, Date.now());
  try {
    await database.read((tx) => copyTables(tx, copy));
  } catch (error) {
    await copy.close();
    rmSync(file, { force: true });
    throw error;
  }
  await copy.close();
}

export function checksumFile(file: string): string {
  return `${file}.sha256`;
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
