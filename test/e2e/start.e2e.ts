import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { projectRoot } from '../../scripts/project.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`npm start: the till answers where it says, and ${signal} stops it cleanly`, async (t) => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'armorpos-start-'));
    t.after(() => rm(dataDirectory, { recursive: true, force: true }));
    const serveArguments = ['--data', dataDirectory, '--port', '0'];
    const start = spawn(
      process.execPath,
      [join(projectRoot, 'scripts/start.ts'), ...serveArguments],
      { env: { ...process.env, CI: '1' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    t.after(() => start.kill('SIGKILL'));
    const exit = once(start, 'exit');
    const address = await addressSaid(start.stdout);

    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(await page.text(), /<div id="/);

    // As npm does, which passes on what the terminal has sent already.
    start.kill(signal);
    start.kill(signal);
    assert.deepEqual(await exit, [0, null]);
    await assert.rejects(fetch(`${address}/api/health`), 'nothing listens there any more');
  });
}

async function addressSaid(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /^Open (http:\/\/127\.0\.0\.1:\d+) in a browser/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('npm start ended without an address');
}
