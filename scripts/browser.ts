import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from '../src/server/window/find-browser.ts';
import { aptInstaller } from './apt-install.ts';

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

function debianPackage(): string {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=ubuntu$/m.test(release) ? 'chromium-browser' : 'chromium';
}
