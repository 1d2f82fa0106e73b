import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { getAssetKeys, getRawAsset, isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

// Files that come with the program, named as they lie in the repository. A single executable carries them
// in itself: nothing is unpacked, so nothing can be tampered with on the disk or be left behind.

/** The repository, or the folder that a packaged program lies in: both stand two above this code. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const isBundled = !import.meta.url.endsWith('.ts');

/** The content of a file of the program, such as `fixtures/pizzeria/menu.csv`. */
export function readProgramFile(name: string): Buffer {
  return isSea() ? Buffer.from(getRawAsset(name)) : readFileSync(join(root, name));
}

/** A folder of the program, such as the built screens. */
export type ProgramFolder = {
  /** Of all files in it and below, such as `assets/till.js`; those with a leading dot are nobody's business. */
  readonly names: readonly string[];
  readonly read: (name: string) => Buffer;
};

/** Null where the program has no such folder: a repository whose screens were never built. */
export function findProgramFolder(folder: string): ProgramFolder | null {
  const names = isSea() ? assetsBelow(folder) : filesBelow(folder);
  return names.length === 0
    ? null
    : { names, read: (name) => readProgramFile(`${folder}/${name}`) };
}

function assetsBelow(folder: string): string[] {
  return getAssetKeys()
    .filter((name) => name.startsWith(`${folder}/`))
    .map((name) => name.slice(folder.length + 1));
}

function filesBelow(folder: string): string[] {
  const cwd = join(root, folder);
  if (!existsSync(cwd)) return [];
  return globSync('**/*', { cwd })
    .filter((name) => statSync(join(cwd, name)).isFile())
    .map((name) => name.replaceAll(sep, '/'));
}

/** Starts a thread of the program from its module, named from src/server; a bundled program has it in one file. */
export function startThread(module: string, workerData: unknown): Worker {
  if (!isBundled) return new Worker(new URL(module, import.meta.url), { workerData });
  const code = readProgramFile(`build/program/${basename(module, '.ts')}.cjs`);
  return new Worker(code.toString(), { eval: true, workerData });
}
