import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  globSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { projectRoot } from '../scripts/project.ts';
import { copyrightFile, programFolder } from './bundle-program.ts';
import { findNode } from './node-binary.ts';
import { linux } from './targets.ts';
import type { Target } from './targets.ts';

/** What the program reads of its own (see src/server/program-files.ts), by its place in the repository. */
const assetPatterns = [
  'package.json',
  'build/ui/**/*',
  `${programFolder}/*-worker.cjs`,
  copyrightFile,
  'fixtures/pizzeria/{menu,sales-2015}.csv',
];

// Node looks for exactly this in itself.
const blobName = 'NODE_SEA_BLOB';
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

export const packageFolder = join(projectRoot, 'build/package');

/** Makes the one file that is the whole program on this kind of machine, and answers where it is. */
export async function makeExecutable(target: Target, version: string): Promise<string> {
  mkdirSync(packageFolder, { recursive: true });
  const name = `armorpos-${version}-${target.name}${target.name === 'win-x64' ? '.exe' : ''}`;
  const file = join(packageFolder, name);
  copyFileSync(await findNode(target), file);
  chmodSync(file, 0o755);
  if (target === linux) stripSymbols(file);
  const blob = await makeBlob(target);
  inject(file, blob, target);
  rmSync(blob);
  return file;
}

/** A program of its own, for it warns of things that are no trouble (sections of Node without a name). */
function inject(file: string, blob: string, target: Target): void {
  const postject = join(projectRoot, 'node_modules/postject/dist/cli.js');
  const words = [postject, file, blobName, blob, '--sentinel-fuse', fuse];
  if (target.name === 'mac-x64') words.push('--macho-segment-name', 'NODE_SEA');
  runQuietly(process.execPath, words);
}

/** The program and its files as one blob, made by the very Node version that will read it. */
async function makeBlob(target: Target): Promise<string> {
  const output = join(packageFolder, `${target.name}.blob`);
  const config = join(packageFolder, `${target.name}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      main: `${programFolder}/armorpos.cjs`,
      output,
      disableExperimentalSEAWarning: true,
      // Compiled code is only good for the kind of processor and system that compiled it.
      useCodeCache: target === linux,
      // Nothing from outside changes how the till runs: no NODE_OPTIONS, no debugger on a signal.
      execArgv: ['--disable-sigusr1'],
      execArgvExtension: 'none',
      assets: Object.fromEntries(assetNames().map((name) => [name, name])),
    }),
  );
  const node = await findNode({ ...linux, nodeVersion: target.nodeVersion });
  runQuietly(node, ['--experimental-sea-config', config]);
  rmSync(config);
  return output;
}

/** What a tool has to say is only of interest where it failed. */
function runQuietly(program: string, words: readonly string[]): void {
  const options = { cwd: projectRoot, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(program, words, options);
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stdout}${stderr}`);
}

function assetNames(): string[] {
  return assetPatterns
    .flatMap((pattern) => globSync(pattern, { cwd: projectRoot }))
    .filter((name) => statSync(join(projectRoot, name)).isFile())
    .map((name) => name.replaceAll(sep, '/'))
    .sort();
}

/** Node comes with the symbols of its debugger, a seventh of its size. */
function stripSymbols(file: string): void {
  const { error } = spawnSync('strip', [file], { stdio: 'inherit' });
  if (error) console.log('There is no strip here: the executable keeps 18 MB of symbols.');
}
