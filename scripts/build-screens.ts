import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';
import { runProgram } from './run-program.ts';

const sources = [
  'src/{ui,contract,domain}/**/*',
  'vite.config.ts',
  'lingui.config.ts',
  'package-lock.json',
];

/** Builds the screens where they were never built, or are older than what they are made from. */
export async function buildScreens(): Promise<void> {
  if (areScreensFresh()) return;
  console.log('Building the screens. This takes a few seconds, and only after a change.');
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
  const code = await runProgram(process.execPath, [vite, 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error('The screens could not be built; see above.');
}

function areScreensFresh(): boolean {
  const built = statSync(join(projectRoot, 'build/ui/index.html'), { throwIfNoEntry: false });
  if (!built) return false;
  return sources
    .flatMap((pattern) => globSync(pattern, { cwd: projectRoot }))
    .every((file) => statSync(join(projectRoot, file)).mtimeMs <= built.mtimeMs);
}
