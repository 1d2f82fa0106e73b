import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPlaces = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** A Chromium, Chrome or Edge of this machine: the one in ARMORPOS_BROWSER, on the path, or where it is usually installed. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = environment['ARMORPOS_BROWSER'];
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`ARMORPOS_BROWSER is ${chosen}, but there is no program of that name.`);
  }
  return placesToLook(process.platform, environment).find(
    (place) => isProgram(place) && isAlive(place),
  );
}

/** Where a browser may be on such a machine, the likeliest first. */
export function placesToLook(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') return macPlaces;
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map(
      (name) => environment[name],
    );
    return roots.flatMap((root) =>
      root ? windowsPrograms.map((each) => win32.join(root, each)) : [],
    );
  }
  const onPath = (environment['PATH'] ?? '').split(posix.delimiter).filter((each) => each !== '');
  return commands.flatMap((command) =>
    [...onPath, '/usr/bin', '/snap/bin', '/opt/google/chrome'].map((each) =>
      posix.join(each, command),
    ),
  );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Ubuntu has a chromium-browser that only says to install something else. */
function isAlive(file: string): boolean {
  if (process.platform !== 'linux') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
