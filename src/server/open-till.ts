import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Logger } from 'pino';
import { databaseName, openFile, openServer, site } from './open-database.ts';
import { checkKeys } from './check-keys.ts';
import type { Deps } from './deps.ts';
import { createAnnouncer } from './journal/announcer.ts';
import { refuseMoved } from './move/move-restaurant.ts';
import { findProgramFolder, readProgramFile } from './program-files.ts';
import { loadSecrets } from './secrets.ts';
import { refuseNetworkShare, wrongFileModes } from './self-test.ts';

/** The program's version, as its package says. */
export const version = (
  JSON.parse(readProgramFile('package.json').toString()) as { version: string }
).version;

/** Where a till keeps its data unless told otherwise: the platform's usual place for it. */
export function usualDataDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['ARMORPOS_DATA_DIR']) return environment['ARMORPOS_DATA_DIR'];
  if (process.platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'ArmorPOS');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'ArmorPOS');
  }
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'armorpos');
}

/** A log of one JSON object a line; what could be a secret never reaches it (A14). */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'pin',
          'newPin',
          'code',
          '*.pin',
          '*.newPin',
          '*.code',
          '*.approval',
          'req.headers',
          '*.cookie',
        ],
        censor: '[removed]',
      },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}

/** Where a till keeps its data: a directory for its keys, and the database in it or on a server. */
export type Place = {
  readonly directory: string;
  /** `mysql://…`; undefined for the SQLite file in the directory. */
  readonly databaseUrl?: string | undefined;
};

/**
 * Opens the till whose data lies at this place, making what is missing: checks the place, brings the
 * schema up to date after a copy of the old one (D1), and reads the durability back (R27).
 */
export async function openTill(
  { directory, databaseUrl }: Place,
  log: Logger = createLog('warn'),
): Promise<Deps> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  refuseNetworkShare(directory);
  // Every file of the till is made readable by its owner alone.
  process.umask(0o077);
  const secrets = loadSecrets(directory);
  const now = Date.now;
  const slow = (sql: string, ms: number): void =>
    log.warn({ sql, ms: Math.round(ms) }, 'a slow query');
  const database =
    databaseUrl === undefined
      ? openFile(join(directory, databaseName), now(), slow)
      : await openServer(databaseUrl, directory, now(), slow);
  try {
    await database.read(refuseMoved);
    if (databaseUrl !== undefined) {
      await database.write((tx) => checkKeys(tx, secrets, directory));
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  for (const open of wrongFileModes([
    directory,
    join(directory, databaseName),
    join(directory, 'secrets.json'),
  ])) {
    log.warn(
      { path: open },
      'others on this machine can read the till’s data; make it private (chmod go=)',
    );
  }
  return {
    site,
    version,
    now,
    randomBytes,
    database,
    announcer: createAnnouncer(database, site, (error) =>
      log.error({ err: error }, 'the journal could not be followed'),
    ),
    secrets,
    log,
    dataDirectory: directory,
    pages: findProgramFolder('build/ui'),
  };
}

export async function closeTill(deps: Deps): Promise<void> {
  await deps.announcer.stop();
  await deps.database.close();
}
