import { createHmac } from 'node:crypto';
import type { Tx } from './db/engine.ts';
import type { Secrets } from './secrets.ts';

/** This server's keys are not those of the others on its database. */
export class ForeignKeys extends Error {
  override name = 'ForeignKeys';
}

/**
 * Refuses a server whose keys differ from those of the first one on this database: it would find no PIN
 * right, and give a name a second pseudonym. Throws ForeignKeys.
 */
export async function checkKeys(tx: Tx, secrets: Secrets, directory: string): Promise<void> {
  const digest = createHmac('sha256', secrets.commandKey)
    .update(`${secrets.pepper}\n${secrets.aliasKey}`)
    .digest('hex');
  const kept = await tx.first(tx.sql.selectFrom('server_keys').select('digest'));
  if (!kept) await tx.run(tx.sql.insertInto('server_keys').values({ id: 1, digest }));
  else if (kept.digest !== digest) {
    throw new ForeignKeys(
      `The keys in ${directory} are not those of the other servers on this database. ` +
        'Copy secrets.json from one of them into that directory, readable by its owner alone.',
    );
  }
}
