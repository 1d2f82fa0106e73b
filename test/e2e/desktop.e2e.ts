import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../scripts/project.ts';

test('npm run desktop: where Electron cannot be fetched it says so in one sentence', async (t) => {
  const cache = await mkdtemp(join(tmpdir(), 'armorpos-electron-'));
  t.after(() => rm(cache, { recursive: true, force: true }));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'scripts/desktop.ts')],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        // Of a system that this is not, from a place where nothing is: as on a machine without the network.
        ELECTRON_INSTALL_PLATFORM: process.platform === 'win32' ? 'linux' : 'win32',
        ELECTRON_MIRROR: 'http://127.0.0.1:9/',
        electron_config_cache: cache,
      },
    },
  );
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^The desktop needs Electron[^\n]* npm start [^\n]*\n$/);
});
