import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of this install, kept beside the database and never in it, so that a stolen database or backup gives up no PIN and no name. */
export type Secrets = {
  /** Goes into every PIN hash (U1). */
  readonly pepper: string;
  /** Makes the journal's pseudonyms of people's names (J1). */
  readonly aliasKey: string;
  /** Authenticates remembered request bodies, which may hold a PIN (O2). */
  readonly commandKey: string;
};

const fileName = 'secrets.json';

/** Reads the install's keys, making them at the first start; readable by its owner alone. */
export function loadSecrets(directory: string): Secrets {
  const path = join(directory, fileName);
  if (!existsSync(path)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const made = makeSecrets();
    // Written whole under another name first: a half-written key file would lock everybody out.
    writeFileSync(`${path}.new`, `${JSON.stringify(made, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${path}.new`, path);
  }
  const read = JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  if (!read.pepper || !read.aliasKey || !read.commandKey) {
    throw new Error(
      `${path} does not hold this install's keys. Restore the file from where it was saved.`,
    );
  }
  return read;
}

export function makeSecrets(): Secrets {
  const key = (): string => randomBytes(32).toString('hex');
  return { pepper: key(), aliasKey: key(), commandKey: key() };
}

/** The pseudonym under which the journal knows a name: the same name, the same pseudonym (J1, M8). */
export function aliasOf(secrets: Secrets, name: string): string {
  return createHmac('sha256', secrets.aliasKey).update(name).digest('hex').slice(0, 20);
}
