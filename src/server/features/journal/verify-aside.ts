import { once } from 'node:events';
import type { Verification } from '../../../contract/journal.ts';
import type { Deps } from '../../deps.ts';
import { verifyReading } from '../../journal/verify.ts';
import { startThread } from '../../program-files.ts';

/** Verifies on a thread and a connection of its own: years of journal must not hold up a sale. */
export async function verifyAside(deps: Deps): Promise<Verification> {
  const { site, database } = deps;
  if (database.file === null) return database.read((tx) => verifyReading(tx, site));
  const worker = startThread('features/journal/verify-worker.ts', { path: database.file, site });
  const [result] = (await once(worker, 'message')) as [Verification];
  return result;
}
