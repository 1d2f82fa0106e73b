import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildScreens } from './build-screens.ts';
import { isRoot } from './is-root.ts';
import { projectRoot } from './project.ts';
import { runProgram } from './run-program.ts';

/** `npm run desktop`: the till as a desktop program. Its Electron is fetched at the first run. */
const electron = fetchElectron();
if (electron === undefined) {
  console.error(
    'The desktop needs Electron, which is fetched from github.com at its first run, and that did not work here: npm start opens the till in a window without it.',
  );
  process.exit(1);
}
if (isRoot && process.platform === 'linux') {
  console.error(
    'Electron does not run as root: start the desktop as the one who works at the till.',
  );
  process.exit(1);
}
await buildScreens();
process.exit(
  await runProgram(electron, [join(projectRoot, 'src/desktop/main.ts'), ...process.argv.slice(2)]),
);

/** The program of the pinned version, from the disk or the network; undefined where neither has it. */
function fetchElectron(): string | undefined {
  const find = createRequire(import.meta.url);
  const install = find.resolve('electron/install.js');
  const { status } = spawnSync(process.execPath, [install], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: 10 * 60_000,
  });
  if (status !== 0) return undefined;
  // Once it is there, the package's only export is its path.
  return find(dirname(install)) as string;
}
