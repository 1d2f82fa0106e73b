import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/project.ts';

type Locked = { readonly version?: string; readonly license?: string; readonly dev?: boolean };

/** Writes down every package that the program is made of or built with, each with its licence. */
export function writeCopyright(file: string): void {
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  }; // npm's own file
  const parts = Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .filter(([folder]) => existsSync(join(projectRoot, folder)))
    .map(
      ([folder, { version, license }]) =>
        `${folder.replace(/^.*node_modules\//, '')} ${version} (${license ?? 'see below'})\n\n${licenceIn(folder)}`,
    );
  const demo = readFileSync(join(projectRoot, 'fixtures/pizzeria/NOTICE'), 'utf8');
  const text = ['ArmorPOS holds or is built with these parts.', ...parts, demo].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  );
  writeFileSync(file, text);
}

function licenceIn(folder: string): string {
  return readdirSync(join(projectRoot, folder))
    .filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
    .map((name) => readFileSync(join(projectRoot, folder, name), 'utf8').trim())
    .join('\n\n');
}
