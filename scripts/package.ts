import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleProgram } from '../packaging/bundle-program.ts';
import { makeDebianPackage } from '../packaging/debian-package.ts';
import { makeExecutable } from '../packaging/single-executable.ts';
import { linux, targets } from '../packaging/targets.ts';
import { timeStart } from '../packaging/time-start.ts';
import { buildScreens } from './build-screens.ts';
import { projectRoot } from './project.ts';

/** `npm run package [-- TARGET…]`: the executables of these kinds of machine or of all, for Linux with their .deb. */
const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  version: string;
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => !targets.some(({ name }) => name === word));
if (unknown.length > 0) {
  console.error(`No such target: ${unknown.join(', ')}. There are: ${names()}.`);
  process.exit(2);
}
if (`${process.platform}-${process.arch}` !== linux.name) {
  console.error('Executables are made on Linux on x64; each Node has to prepare its own program.');
  process.exit(1);
}
const canMakeDebian = spawnSync('dpkg-deb', ['--version']).status === 0;
if (!canMakeDebian) console.log('There is no dpkg-deb here: no Debian packages are made.');

await buildScreens();
await bundleProgram();
for (const target of targets.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const executable = await makeExecutable(target, version);
  tellSize(executable);
  if (target === linux) {
    console.log(`${Math.round(await timeStart(executable))} ms from its start until it listens`);
  }
  if (target.debian === undefined || !canMakeDebian) continue;
  tellSize(await makeDebianPackage({ version, architecture: target.debian, executable }));
}

function names(): string {
  return targets.map(({ name }) => name).join(', ');
}

function tellSize(file: string): void {
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${megabytes.padStart(6)} MB  ${relative(projectRoot, file)}`);
}
