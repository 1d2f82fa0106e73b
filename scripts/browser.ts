import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstaller } from './apt-install.ts';

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
export function findBrowser(): string | undefined {
  const chosen = process.env['ARMORPOS_BROWSER'];
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`ARMORPOS_BROWSER is ${chosen}, but there is no program of that name.`);
  }
  return placesToLook().find((place) => isProgram(place) && isAlive(place));
}

/**
 * A browser for the end-to-end tests. Installs Debian's own where that can be done without asking;
 * otherwise the error says what to do.
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  const install = aptInstaller();
  if (install) {
    console.log('No Chromium, Chrome or Edge found: installing Chromium with apt-get.');
    await install(debianPackage());
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    [
      'The end-to-end tests need Chromium, Chrome or Edge, and none was found. Either',
      '  - on Debian: sudo apt-get install chromium',
      '  - on Ubuntu: sudo snap install chromium',
      '  - on macOS:  brew install --cask chromium',
      '  - elsewhere: install Chrome or Edge from their makers',
      'or say where it is: ARMORPOS_BROWSER=/path/to/chrome npm test',
    ].join('\n'),
  );
}

function placesToLook(): string[] {
  if (process.platform === 'darwin') return macPlaces;
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map(
      (name) => process.env[name],
    );
    return roots.flatMap((root) => (root ? windowsPrograms.map((each) => join(root, each)) : []));
  }
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((each) => each !== '');
  return commands.flatMap((command) =>
    [...directories, '/usr/bin', '/snap/bin', '/opt/google/chrome'].map((each) =>
      join(each, command),
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

function debianPackage(): string {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=ubuntu$/m.test(release) ? 'chromium-browser' : 'chromium';
}
