import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isRoot } from './is-root.ts';
import { runProgram } from './run-program.ts';

// A package may bring a service. This machine did not ask for it to run, now or at its next start.
const installQuietly = `
set -e
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
apt-get -qq update
apt-get -qq install -y --no-install-recommends "$@"
`;

/** Installs packages on Debian and its kin; undefined where that cannot be done without asking somebody. */
export function aptInstaller(): ((...packages: readonly string[]) => Promise<void>) | undefined {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) {
    return undefined;
  }
  return async (...packages) => {
    const words = [...(isRoot ? [] : ['sudo', '-n']), 'sh', '-c', installQuietly, 'sh'];
    const [program = 'sh', ...rest] = words;
    await runProgram(program, [...rest, ...packages]);
  };
}
