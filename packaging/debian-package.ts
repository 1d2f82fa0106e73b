import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../scripts/project.ts';
import { runProgram } from '../scripts/run-program.ts';
import { copyrightFile } from './bundle-program.ts';
import { packageFolder } from './single-executable.ts';

const sources = join(projectRoot, 'packaging/debian');
const scripts = ['postinst', 'prerm', 'postrm'];

/** Where each file of the package goes, and where it comes from. */
const files: Readonly<Record<string, string>> = {
  'usr/lib/systemd/system/armorpos.service': 'packaging/debian/armorpos.service',
  'usr/share/applications/armorpos.desktop': 'packaging/debian/armorpos.desktop',
  'usr/share/icons/hicolor/scalable/apps/armorpos.svg': 'src/ui/public/icon.svg',
  'usr/share/doc/armorpos/README.md': 'docs/installing.md',
  'usr/share/doc/armorpos/changelog': 'CHANGELOG.md',
  'usr/share/doc/armorpos/copyright': copyrightFile,
};

export type DebianOptions = {
  readonly version: string;
  readonly architecture: 'amd64' | 'arm64';
  /** The single executable for it. */
  readonly executable: string;
  /** xz, unless told otherwise: small to download and slow to make. */
  readonly compression?: 'xz' | 'none';
};

/** Makes the Debian package and answers where it is. */
export async function makeDebianPackage(options: DebianOptions): Promise<string> {
  const { version, architecture, executable, compression = 'xz' } = options;
  const file = join(packageFolder, `armorpos_${version}_${architecture}.deb`);
  const tree = `${file}.tree`;
  // Whatever the packager's habits: the package's folders are for everybody to read.
  process.umask(0o022);
  rmSync(tree, { recursive: true, force: true });
  for (const [place, source] of Object.entries(files)) put(join(projectRoot, source), tree, place);
  put(executable, tree, 'usr/bin/armorpos', 0o755);
  for (const name of scripts) put(join(sources, name), tree, `DEBIAN/${name}`, 0o755);
  writeFileSync(join(tree, 'DEBIAN/control'), control(options, kibibytesIn(tree)));
  const words = ['--root-owner-group', `-Z${compression}`, '--build', tree, file];
  const code = await runProgram('dpkg-deb', words);
  if (code !== 0) throw new Error('dpkg-deb could not build the package; see above.');
  rmSync(tree, { recursive: true });
  return file;
}

function put(source: string, tree: string, place: string, mode = 0o644): void {
  const target = join(tree, place);
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  copyFileSync(source, target);
  chmodSync(target, mode);
}

function kibibytesIn(tree: string): number {
  const bytes = readdirSync(tree, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(tree, name)))
    .reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
  return Math.ceil(bytes / 1024);
}

// libc and libstdc++ as old as what Node 24 is built against.
function control({ version, architecture }: DebianOptions, installedSize: number): string {
  return `Package: armorpos
Version: ${version}
Architecture: ${architecture}
Maintainer: ArmorPOS <armorpos@localhost>
Installed-Size: ${installedSize}
Depends: libc6 (>= 2.28), libstdc++6 (>= 8), libgcc-s1, passwd, init-system-helpers (>= 1.54)
Recommends: chromium | chromium-browser | google-chrome-stable | www-browser
Section: misc
Priority: optional
Description: point of sale for small restaurants
 Takes orders at tables and at the counter, takes the money, and closes the day
 to the cent. Runs on one PC, needs no internet, and connects to nothing.
 .
 The till runs as a service of its own user; its data lies in /var/lib/armorpos
 and stays when the package is removed.
`;
}
