import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteFile } from './connection.ts';

/** Copies a database consistently while selling goes on (D2), and checks the copy page by page. Refuses to overwrite. */
export function copySqlite(from: string, to: string): void {
  if (existsSync(to)) throw new Error(`${to} is there already. Choose another name.`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const source = new SqliteFile(from, { readOnly: true });
  try {
    source.run('vacuum into ?', [to]);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    source.close();
  }
  checkIntegrity(to);
}

/** SQLite's own check of every page and index; throws with what it found. */
export function checkIntegrity(path: string): void {
  const file = new SqliteFile(path, { readOnly: true });
  try {
    const rows = file.all('pragma integrity_check') as { integrity_check: string }[];
    const found = rows.map((row) => row.integrity_check).join('; ');
    if (found !== 'ok') throw new Error(`${path} is damaged: ${found}`);
  } finally {
    file.close();
  }
}
