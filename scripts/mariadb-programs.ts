import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { aptInstaller } from './apt-install.ts';

export type MariaDbPrograms = {
  /** mariadbd. */
  readonly server: string;
  /** mariadb-install-db. */
  readonly install: string;
};

/** The programs of this machine's MariaDB; installs Debian's own where that can be done without asking. */
export async function ensureMariaDb(): Promise<MariaDbPrograms> {
  // The cores alone: they bring the programs, and no service. The second has what mariadb-install-db reads settings with.
  await ensurePrograms(
    ['mariadbd', 'mariadb-install-db', 'my_print_defaults'],
    ['mariadb-server-core', 'mariadb-client-core'],
    [
      '  - on macOS:            brew install mariadb',
      'or name a server on which databases called armorpos_… may be made and dropped:',
      '  ARMORPOS_TEST_DATABASE_URL=mysql://user:password@host:3306 npm test',
    ],
  );
  return { server: find('mariadbd') ?? '', install: find('mariadb-install-db') ?? '' };
}

/** Installs these packages where one of these programs is missing; otherwise the error says what to do. */
export async function ensurePrograms(
  programs: readonly string[],
  packages: readonly string[],
  otherwise: readonly string[],
): Promise<void> {
  const missing = (): string[] => programs.filter((program) => !find(program));
  if (missing().length === 0) return;
  const install = aptInstaller();
  if (install) {
    console.error(`No ${missing().join(', ')} found: installing ${packages.join(' ')}.`);
    await install(...packages);
  }
  if (missing().length === 0) return;
  throw new Error(
    [
      `${missing().join(', ')} is needed and could not be installed here. Either`,
      `  - on Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
      ...otherwise,
    ].join('\n'),
  );
}

/** Where a program or a library is: there, on the path or where Debian puts those of its administrators. */
export function find(program: string): string | undefined {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  return directories
    .filter((directory) => directory !== '')
    .map((directory) => resolve(directory, program))
    .find((file) => existsSync(file));
}
