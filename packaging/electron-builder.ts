import type { Configuration } from 'electron-builder';
import { relative } from 'node:path';
import { projectRoot } from '../scripts/project.ts';
import { fuses } from '../src/desktop/fuses.ts';
import { desktopAppFolder } from './desktop-app.ts';

/** How the desktop application becomes installers. All of its code is in the archive already, bundled. */
export const configuration: Configuration = {
  appId: 'org.armorpos.till',
  productName: 'ArmorPOS',
  directories: {
    app: relative(projectRoot, desktopAppFolder),
    output: 'build/desktop-installers',
    buildResources: 'packaging/resources',
  },
  files: ['**/*'],
  asar: true,
  electronFuses: fuses,
  // Of the browser's own words, the languages that the till speaks.
  electronLanguages: ['en', 'en-US', 'ar'],
  // Every module is bundled: none is to be looked for, rebuilt or carried along.
  beforeBuild: async () => false,
  // The till asks nobody for a newer version: the owner installs one.
  publish: null,
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    // Books are kept for years.
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    synopsis: 'Point of sale for small restaurants',
    // The Debian package of the server is called armorpos, and both may be installed.
    executableName: 'armorpos-desktop',
  },
  deb: { packageName: 'armorpos-desktop' },
};
