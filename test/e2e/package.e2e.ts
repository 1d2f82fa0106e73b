import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Verification } from '../../src/contract/journal.ts';
import type { Welcome } from '../../src/contract/site.ts';
import { whyNotInstalled } from './debian-machine.ts';
import { checkUnit, liveThrough, makeTestPackages, startUnpacked } from './debian-package.ts';
import { apiOf, makeTestExecutable, runBare, serveBare } from './packaged-till.ts';
import { sellOne, setUpPlace, signInAsOwner, takings } from './play-sale.ts';

const isHere = process.platform === 'linux' && process.arch === 'x64';
const skip = isHere ? false : 'the executable is built and played on Linux on x64 alone';

describe('the single executable', { skip }, () => {
  let executable: string;
  let empty: string;
  let data: string;
  before(async () => {
    executable = await makeTestExecutable();
    empty = mkdtempSync(join(tmpdir(), 'armorpos-package-'));
    data = join(empty, 'data');
  });
  after(() => {
    rmSync(empty, { recursive: true });
    rmSync(executable);
  });

  test('plays a sale in an empty directory, with an empty PATH', async (t) => {
    const till = await serveBare(t, executable, ['serve', '--port', '0', '--data', data], {
      cwd: empty,
    });
    t.diagnostic(`${(statSync(executable).size / 1e6).toFixed(1)} MB`);
    t.diagnostic(
      `${Math.round(till.startedInMs)} ms until the till listens, on an empty directory`,
    );
    const first = apiOf(till.address);
    await setUpPlace(first);
    await first.post('/demo');
    const { businessDate } = await first.get<Welcome>('/welcome');
    const api = apiOf(till.address);
    await signInAsOwner(api);
    const price = await sellOne(api);
    assert.equal((await takings(api, businessDate, businessDate)).total, price);
    // So many days are added up on a thread of their own, and so is the journal checked.
    assert.equal((await takings(api, '2020-01-01', businessDate)).orders, 21_351);
    const { whole, firstBad } = await api.post<Verification>('/journal/verify');
    assert.deepEqual({ whole, firstBad }, { whole: true, firstBad: null });
    assert.equal(await till.stop(), 0);
    assert.doesNotMatch(till.said(), /Warning|"level":[56]0/);
    const { code, stdout } = await runBare(executable, ['verify', '--json', '--data', data]);
    assert.deepEqual([code, (JSON.parse(stdout) as Verification).whole], [0, true]);
  });

  test('carries the screens and the page to browse the API', async (t) => {
    const till = await serveBare(t, executable, ['serve', '--port', '0', '--data', data], {
      cwd: empty,
    });
    const seen = new Set<string>();
    for (const page of ['/', '/api/docs']) {
      const html = await textOf(till.address + page);
      for (const [, file = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g)) seen.add(file);
    }
    assert.ok(
      [...seen].some((file) => file.startsWith('/assets/')),
      [...seen].join(' '),
    );
    for (const file of seen) assert.ok((await textOf(till.address + file)).length > 0, file);
    assert.equal(await till.stop(), 0);
  });

  test('without a word it opens the till that runs already', async (t) => {
    const noWindow = { CI: '1', ARMORPOS_DATA_DIR: data };
    const till = await serveBare(t, executable, ['open', '--port', '0'], {
      cwd: empty,
      env: noWindow,
    });
    const { code, stdout } = await runBare(executable, [], noWindow);
    assert.deepEqual([code, stdout], [0, `Open ${till.address} in a browser.\n`]);
    const asIcon = await runBare(executable, ['open', '--running'], noWindow);
    assert.deepEqual(asIcon, { code, stdout, stderr: '' });
    assert.equal(await till.stop(), 0);
  });

  test('nobody steers it through Node’s own options or its debugger', async (t) => {
    const options = { NODE_OPTIONS: '--require=/nowhere/at-all.js' };
    assert.equal((await runBare(executable, ['help'], options)).code, 0);
    const till = await serveBare(t, executable, ['serve', '--port', '0', '--data', data], {
      cwd: empty,
    });
    process.kill(till.pid, 'SIGUSR1');
    await textOf(`${till.address}/api/health`);
    assert.doesNotMatch(till.said(), /Debugger/);
    assert.equal(await till.stop(), 0);
  });

  test('the Debian package is installed, upgraded and removed, and its data stays', async (t) => {
    const packages = await makeTestPackages(executable);
    t.after(() => packages.forEach((file) => rmSync(file)));
    await checkUnit(t, executable);
    const why = whyNotInstalled();
    if (why === undefined) return liveThrough(t, ...packages);
    t.diagnostic(`NOT installed, for ${why}: unpacked into a folder and started from there`);
    return startUnpacked(t, packages[0]);
  });
});

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url);
  assert.equal(answer.status, 200, url);
  return answer.text();
}
