import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from '../../scripts/project.ts';
import { isRoot } from '../../scripts/is-root.ts';
import type { Ran } from './till.ts';

export const tillData = '/var/lib/armorpos';

/** Why the Debian package cannot be installed on this very machine by a test; undefined where it can. */
export function whyNotInstalled(): string | undefined {
  if (!existsSync('/usr/bin/dpkg')) return 'this is no Debian';
  if (!isRoot) return 'only root may install a package';
  if (!process.env['CI']) return 'a test installs packages on machines of a CI alone (CI=1)';
  if (existsSync('/usr/bin/armorpos') || existsSync(tillData)) return 'a till is installed here';
  return undefined;
}

/** Runs a system program to its end, with its words in English. */
export function runSystem(program: string, ...words: string[]): Promise<Ran> {
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) => {
    execFile(program, words, { env, timeout: 120_000 }, (fault, stdout, stderr) => {
      const code = fault ? (typeof fault.code === 'number' ? fault.code : 1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}

export type Unit = {
  readonly user: string;
  readonly stateDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Program and words. */
  readonly execStart: readonly [string, ...string[]];
};

/** What systemd would do, read from the unit itself. */
export function readUnit(file: string = `${projectRoot}/packaging/debian/armorpos.service`): Unit {
  const lines = readFileSync(file, 'utf8').split('\n');
  const all = (key: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));
  const one = (key: string): string => {
    const [value] = all(key);
    if (value === undefined) throw new Error(`${file} has no ${key}`);
    return value;
  };
  const [program = '', ...words] = one('ExecStart').split(' ');
  return {
    user: one('User'),
    stateDirectory: `/var/lib/${one('StateDirectory')}`,
    environment: Object.fromEntries(
      all('Environment').map((pair) => pair.split('=') as [string, string]),
    ),
    execStart: [program, ...words],
  };
}
