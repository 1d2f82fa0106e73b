import { existsSync } from 'node:fs';
import { aptInstaller } from './apt-install.ts';

const program = '/usr/bin/Xvfb';

/** A screen without a monitor, for tests that open real windows. Installed on Debian and its kin where it may be. */
export async function ensureXvfb(): Promise<string> {
  if (existsSync(program)) return program;
  const install = aptInstaller();
  if (install) {
    console.log('No Xvfb found: installing it with apt-get.');
    await install('xvfb');
    if (existsSync(program)) return program;
  }
  throw new Error(
    'The test of the till’s window needs Xvfb, and none was found. On Debian: sudo apt-get install xvfb',
  );
}
