import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildScreens } from './build-screens.ts';
import { projectRoot } from './project.ts';

/** What a till may load before it can sell, in bytes of gzipped JavaScript. */
export const firstLoadLimit = 200_000;

const built = join(projectRoot, 'build/ui');
/** From the lock to the first order: the screens that a till opens with, and their words. */
const firstScreens = [
  'index.html',
  'app/Till.tsx',
  'features/floor/FloorScreen.tsx',
  'features/orders/OrderScreen.tsx',
  'locales/en.po',
];

type Manifest = Record<string, { file: string; imports?: string[] } | undefined>;

/** The JavaScript files that these screens load together, by the build's own list. */
export function filesOfFirstLoad(): string[] {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Manifest; // written by Vite
  const files = new Set<string>();
  const visited = new Set<string>();
  const visit = (name: string): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}: has the screen moved?`);
    if (chunk.file.endsWith('.js')) files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const screen of firstScreens) visit(screen);
  return [...files];
}

/** Bytes of a built file as a server would send it, gzipped. */
export function gzippedSize(file: string): number {
  return gzipSync(readFileSync(join(built, file))).length;
}

/** `npm run first-load`: fails when the till's first load has grown too large. */
async function check(): Promise<void> {
  await buildScreens();
  const sizes = filesOfFirstLoad().map((file) => ({ file, bytes: gzippedSize(file) }));
  for (const { file, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) {
    console.log(`${kilobytes(bytes).padStart(10)}  ${file}`);
  }
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const verdict = `${kilobytes(total)} of gzipped JavaScript until the first order, at most ${kilobytes(firstLoadLimit)}`;
  console.log(verdict);
  if (total > firstLoadLimit) process.exitCode = 1;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

if (import.meta.main) await check();
