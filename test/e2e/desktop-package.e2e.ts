import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, Platform } from 'electron-builder';
import { desktopAppFolder, layOutDesktopApp } from '../../packaging/desktop-app.ts';
import { configuration } from '../../packaging/electron-builder.ts';
import { buildScreens } from '../../scripts/build-screens.ts';
import { projectRoot } from '../../scripts/project.ts';
import { fuses } from '../../src/desktop/fuses.ts';
import { apiOf, serveBare } from './packaged-till.ts';
import { setUpPlace } from './play-sale.ts';

// Electron's binary is not among the dependencies. A stand-in with fuses as Electron's has them shows what
// electron-builder, which checks the whole configuration first, makes of the application.
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

test('the desktop application is packed with its fuses set, and its server runs from what is packed', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'armorpos-desktop-'));
  t.after(() => rmSync(folder, { recursive: true }));
  await buildScreens();
  await layOutDesktopApp();
  await build({
    projectDir: projectRoot,
    config: {
      ...configuration,
      directories: { ...configuration.directories, output: join(folder, 'packed') },
      electronDist: standInFor(join(folder, 'electron')),
    },
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
  });
  const packed = join(folder, 'packed/linux-unpacked');

  assert.deepEqual(fusesOf(join(packed, 'armorpos-desktop')), fuses);

  const files = filesOf(join(packed, 'resources/app.asar'));
  for (const file of [
    'package.json',
    'build/desktop/main.js',
    'build/desktop/preload.cjs',
    'build/program/armorpos.cjs',
    'build/ui/index.html',
    'fixtures/pizzeria/menu.csv',
  ]) {
    assert.ok(files.includes(file), file);
  }
  const strange = files.filter(
    (file) => !/^(package\.json|build\/(desktop|program|ui)\/|fixtures\/pizzeria\/)/.test(file),
  );
  assert.deepEqual(strange, []);

  const server = join(desktopAppFolder, 'build/program/armorpos.cjs');
  const data = join(folder, 'data');
  const till = await serveBare(
    t,
    process.execPath,
    [server, 'serve', '--port', '0', '--data', data],
    { cwd: folder },
  );
  await setUpPlace(apiOf(till.address));
  assert.match(await (await fetch(till.address)).text(), /<div id="root">/);
  assert.equal(await till.stop(), 0);
});

function standInFor(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  // Each fuse the other way round: what the test reads, the packing has set.
  const wrong = fuseNames.map((name) => (fuses[name] ? '0' : '1')).join('');
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, fuseNames.length]),
    Buffer.from(wrong),
  ]);
  writeFileSync(join(folder, 'electron'), wire, { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak']) {
    writeFileSync(join(folder, name), '');
  }
  return folder;
}

function fusesOf(program: string): Record<string, boolean> {
  const bytes = readFileSync(program);
  const first = bytes.indexOf(sentinel) + sentinel.length + 2;
  return Object.fromEntries(
    fuseNames.map((name, i) => [name, bytes.toString('latin1', first + i, first + i + 1) === '1']),
  );
}

type Entry = { readonly files?: Readonly<Record<string, Entry>> };

/** Every file of the archive, as its own head lists them. */
function filesOf(archive: string): string[] {
  const bytes = readFileSync(archive);
  const head = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const below = (entry: Entry, path: string): string[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, each]) => below(each, join(path, name)))
      : [path];
  return below(head, '');
}
