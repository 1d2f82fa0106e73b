import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { databaseName } from '../open-database.ts';
import { closeTill, createLog, openTill } from '../open-till.ts';
import type { Place } from '../open-till.ts';
import { CommandRefused } from './command.ts';

/** Works on a till that exists, and lets go of it whatever happens. */
export async function withTill<T>(place: Place, work: (deps: Deps) => Promise<T>): Promise<T> {
  const { directory, databaseUrl } = place;
  if (databaseUrl === undefined && !existsSync(join(directory, databaseName))) {
    throw new CommandRefused(
      `There is no till in ${directory}. Make one with: armorpos setup, or armorpos demo.`,
    );
  }
  return withNewTill(place, work);
}

/** As `withTill`, and makes the till's files where there are none. */
export async function withNewTill<T>(place: Place, work: (deps: Deps) => Promise<T>): Promise<T> {
  // Standard error is for sentences here; the server's log has the rest.
  const deps = await openTill(place, createLog(process.env['ARMORPOS_LOG'] ?? 'error'));
  try {
    return await work(deps);
  } finally {
    await closeTill(deps);
  }
}
