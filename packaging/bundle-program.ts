import { globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from '../scripts/project.ts';
import { writeCopyright } from './copyright.ts';

/** Where the bundled program stands: two below the root, as its sources do (see src/server/program-files.ts). */
export const programFolder = 'build/program';
/** What the authors of the program's parts ask to be shipped with them. */
export const copyrightFile = `${programFolder}/copyright`;

/**
 * The program as one file, and one more for each of its threads: what the executable holds, and what the
 * packaged desktop application starts as its server. CommonJS, since a single executable takes nothing else.
 */
export async function bundleProgram(): Promise<void> {
  rmSync(join(projectRoot, programFolder), { recursive: true, force: true });
  await bundle('packaging/armorpos.ts');
  for (const thread of globSync('src/server/**/*-worker.ts', { cwd: projectRoot })) {
    await bundle(thread);
  }
  writeCopyright(join(projectRoot, copyrightFile));
}

async function bundle(source: string): Promise<void> {
  const build = await rolldown({
    cwd: projectRoot,
    input: source,
    platform: 'node',
    onLog(level, log) {
      if (level !== 'warn') return;
      throw new Error(`${source} is not bundled whole: ${log.message}`);
    },
  });
  await build.write({
    file: join(projectRoot, programFolder, `${basename(source, '.ts')}.cjs`),
    format: 'cjs',
    codeSplitting: false,
    // Names stay, for the sake of faults in the log; spaces and comments need not.
    minify: { compress: true, mangle: false, codegen: true },
  });
  await build.close();
}
