import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Verification } from '../../src/contract/journal.ts';
import { makeDebianPackage } from '../../packaging/debian-package.ts';
import { readUnit, runSystem, tillData } from './debian-machine.ts';
import { apiOf, runBare, serveBare } from './packaged-till.ts';
import type { BareTill } from './packaged-till.ts';
import { setUpPlace, signInAsOwner } from './play-sale.ts';
import type { Ran } from './till.ts';

const unit = readUnit();

/** Two packages of the same program, one newer than the other. */
export async function makeTestPackages(executable: string): Promise<[string, string]> {
  const make = (version: string) =>
    makeDebianPackage({ version, architecture: 'amd64', executable, compression: 'none' });
  return [await make('0.0.1~test'), await make('0.0.2~test')];
}

/** Installs, starts, upgrades, removes and purges it on this machine, as an owner would. */
export async function liveThrough(t: TestContext, older: string, newer: string): Promise<void> {
  t.after(async () => {
    await dpkg('--purge', 'armorpos');
    await runSystem('userdel', unit.user);
    rmSync(tillData, { recursive: true, force: true });
  });
  await install(older);
  assert.ok(existsSync('/etc/systemd/system/multi-user.target.wants/armorpos.service'));
  assert.match((await succeeds(runSystem('armorpos', 'help'))).stdout, /armorpos serve/);

  makeStateDirectory(await idOf('-u'), await idOf('-g'));
  const first = await startService(t);
  assert.equal(
    readFileSync(`/proc/${first.pid}/status`, 'utf8').match(/^Uid:\s+(\d+)/m)?.[1],
    String(await idOf('-u')),
  );
  await setUpPlace(apiOf(first.address));
  assert.equal(await first.stop(), 0);
  const before = await journalHead();

  await install(newer);
  assert.match((await dpkg('--status', 'armorpos')).stdout, /Version: 0\.0\.2~test/);
  assert.deepEqual(await journalHead(), before);
  const second = await startService(t);
  await signInAsOwner(apiOf(second.address));
  assert.equal(await second.stop(), 0);

  const kept = dataOnDisk();
  await succeeds(dpkg('--remove', 'armorpos'));
  assert.equal(existsSync('/usr/bin/armorpos'), false);
  assert.deepEqual(dataOnDisk(), kept);
  const purged = await succeeds(dpkg('--purge', 'armorpos'));
  assert.match(purged.stdout, /data stays in \/var\/lib\/armorpos/);
  assert.deepEqual(dataOnDisk(), kept);
  assert.equal(existsSync('/etc/systemd/system/multi-user.target.wants/armorpos.service'), false);
}

/** Where nothing may be installed: unpacked into a folder, and its program started from there. */
export async function startUnpacked(t: TestContext, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'armorpos-deb-'));
  t.after(() => rmSync(folder, { recursive: true }));
  await succeeds(runSystem('dpkg-deb', '--extract', file, folder));
  const [program, ...words] = unit.execStart;
  const data = join(folder, tillData);
  const till = await serveBare(t, join(folder, program), [...words, '--port', '0'], {
    cwd: folder,
    env: { ARMORPOS_DATA_DIR: data },
  });
  await setUpPlace(apiOf(till.address));
  assert.equal(await till.stop(), 0);
}

/** The unit as systemd reads it, pointed at a program that is there. */
export async function checkUnit(t: TestContext, executable: string): Promise<void> {
  if (!existsSync('/usr/bin/systemd-analyze')) {
    t.diagnostic('no systemd-analyze here: the unit was NOT checked');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'armorpos-unit-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'armorpos.service');
  const text = readFileSync('packaging/debian/armorpos.service', 'utf8');
  writeFileSync(file, text.replaceAll(unit.execStart[0], executable));
  const verified = await succeeds(runSystem('systemd-analyze', 'verify', file));
  assert.equal(verified.stderr.replace(/^.*man .*\n?/gm, ''), '');
  // systemd's own figure: 10 is open to everything, 0 to nothing.
  const { stdout } = await runSystem('systemd-analyze', 'security', '--offline=true', file);
  const exposure = Number(/exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1]);
  t.diagnostic(`exposure ${exposure} of 10`);
  assert.ok(exposure <= 2, stdout);
}

const dpkg = (...words: string[]): Promise<Ran> => runSystem('dpkg', ...words);

async function succeeds(running: Promise<Ran>): Promise<Ran> {
  const ran = await running;
  assert.equal(ran.code, 0, `${ran.stdout}${ran.stderr}`);
  return ran;
}

async function idOf(which: '-u' | '-g'): Promise<number> {
  return Number((await succeeds(runSystem('id', which, unit.user))).stdout);
}

async function install(file: string): Promise<void> {
  await succeeds(dpkg('--install', file));
  // Where systemd runs, it has started the till on its usual port; the test starts it on one of its own.
  if (existsSync('/run/systemd/system')) await runSystem('systemctl', 'stop', 'armorpos');
}

/** As systemd does for StateDirectory=. */
function makeStateDirectory(user: number, group: number): void {
  mkdirSync(unit.stateDirectory, { recursive: true });
  chmodSync(unit.stateDirectory, 0o700);
  chownSync(unit.stateDirectory, user, group);
}

/** The unit's own line, as its own user and without any privilege; there is no systemd in a container. */
function startService(t: TestContext): Promise<BareTill> {
  const asUser = ['--reuid', unit.user, '--regid', unit.user, '--init-groups'];
  const words = [...asUser, '--no-new-privs', '--bounding-set=-all', ...unit.execStart];
  return serveBare(t, '/usr/bin/setpriv', [...words, '--port', '0'], {
    cwd: '/',
    env: unit.environment,
  });
}

async function journalHead(): Promise<Verification['head']> {
  const asUser = ['--reuid', unit.user, '--regid', unit.user, '--init-groups'];
  const ran = await runBare(
    '/usr/bin/setpriv',
    [...asUser, '/usr/bin/armorpos', 'verify', '--json'],
    unit.environment,
  );
  assert.equal(ran.code, 0, ran.stderr);
  const { whole, head } = JSON.parse(ran.stdout) as Verification;
  assert.equal(whole, true);
  return head;
}

function dataOnDisk(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['armorpos.db', 'secrets.json'].map((name) => {
      const file = join(tillData, name);
      const { uid, mode } = statSync(file);
      const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
      return [name, `${uid} ${(mode & 0o777).toString(8)} ${sum}`];
    }),
  );
}
