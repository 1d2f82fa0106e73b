import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { ensureBrowser } from './browser.ts';
import { buildScreens } from './build-screens.ts';
import { projectRoot } from './project.ts';

type Counts = { readonly passed: number; readonly failed: number };

const fileLimitMs = 30 * 60_000;

/** `npm run e2e [NAMES…]`: the end-to-end tests in a real browser, then the trials at their "always" size. */
const names = process.argv.slice(2);
process.env['ARMORPOS_BROWSER'] = await ensureBrowser().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
await buildScreens();
const screens = await runEndToEnd();
const trials = names.length === 0 ? await runTrials() : { passed: 0, failed: 0 };
const failed = screens.failed + trials.failed;
console.log(`${screens.passed + trials.passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** One file after the other: each has a server and a browser of its own, and an old PC has two cores. */
async function runEndToEnd(): Promise<Counts> {
  const files = globSync('test/e2e/*.e2e.ts', { cwd: projectRoot })
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
  if (files.length === 0) throw new Error('There are no end-to-end tests of that name.');
  let counts: Counts = { passed: 0, failed: 1 };
  const tests = run({
    files: files.map((file) => join(projectRoot, file)),
    concurrency: 1,
    timeout: fileLimitMs,
  });
  tests.on('test:summary', (summary) => {
    // A summary without a file is that of the whole run.
    if (summary.file !== undefined) return;
    const { passed, tests: all } = summary.counts;
    counts = { passed, failed: summary.success ? 0 : Math.max(1, all - passed) };
  });
  const report = tests.compose(new spec());
  report.pipe(process.stdout, { end: false });
  await finished(report);
  return counts;
}

async function runTrials(): Promise<Counts> {
  const child = spawn(process.execPath, [join(projectRoot, 'trials/run.ts'), '--always'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    printed = (printed + chunk.toString()).slice(-200);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed\s*$/.exec(printed) ?? [];
  return { passed: Number(passed), failed: code === 0 ? 0 : Math.max(1, Number(failed)) };
}
