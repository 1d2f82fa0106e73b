import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from '../scripts/project.ts';
import { bundleProgram, programFolder } from './bundle-program.ts';

/** What goes into the desktop application's archive, and nothing else does. */
export const desktopAppFolder = join(projectRoot, 'build/desktop-app');

/** The files of it that are taken as they are, each to the same place below the archive's root. */
const carried = ['build/ui', programFolder, 'fixtures/pizzeria'];
const desktopFolder = 'build/desktop';

/** Lays out the application: the window's code as one file, its preload and pages, and the server's bundle. */
export async function layOutDesktopApp(): Promise<void> {
  rmSync(desktopAppFolder, { recursive: true, force: true });
  mkdirSync(join(desktopAppFolder, desktopFolder), { recursive: true });
  await bundleProgram();
  for (const folder of carried) copy(folder, folder);
  await bundleWindow();
  for (const name of ['preload.cjs', 'own-page']) {
    copy(join('src/desktop', name), join(desktopFolder, name));
  }
  const { name, version, description } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  // Debian packages want an author with an address and a page; the till's is where it runs.
  const author = { name: 'ArmorPOS', email: 'armorpos@localhost' };
  const homepage = 'http://127.0.0.1:4747/';
  const main = `${desktopFolder}/main.js`;
  writeFileSync(
    join(desktopAppFolder, 'package.json'),
    JSON.stringify({ name, version, description, author, homepage, type: 'module', main }, null, 2),
  );
}

async function bundleWindow(): Promise<void> {
  const build = await rolldown({
    cwd: projectRoot,
    input: 'src/desktop/main.ts',
    platform: 'node',
    external: ['electron'],
  });
  await build.write({
    file: join(desktopAppFolder, desktopFolder, 'main.js'),
    format: 'esm',
    codeSplitting: false,
  });
  await build.close();
}

function copy(source: string, target: string): void {
  cpSync(join(projectRoot, source), join(desktopAppFolder, target), { recursive: true });
}
