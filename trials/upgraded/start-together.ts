import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cliFile } from '../../scripts/project.ts';
import type { Place } from '../../src/server/open-till.ts';
import { startServer } from '../server-process.ts';
import type { Tally } from '../tally.ts';
import { look, otherThan } from './look.ts';
import { placeBeside } from '../trial-place.ts';
import type { OldRestaurant } from './old-restaurant.ts';
import { today } from './tomorrow.ts';

/** Two of today's program that meet an old schema at once: both do their work, and the upgrade is made once. */
export async function startTogether(
  tally: Tally,
  old: OldRestaurant,
  round: number,
): Promise<void> {
  const when = `together ${round}`;
  const place = await old.place();
  try {
    const [server, other] = await Promise.all([startServer(place), startOther(place)]);
    tally.check(other === '', () => `${when}: ${other}`);
    tally.same(`${when}: exit code`, await server.stop(), 0);
    const tables = await look(place, (_ask, readTables) => readTables());
    const own = tables.filter(({ name }) => name !== 'migration_steps');
    tally.same(`${when}: not as in today's schema`, otherThan(today, own), []);
  } finally {
    await place.remove();
  }
}

/** On a file a command, for a second server is refused; on a database a second server. Answers what went wrong. */
async function startOther(place: Place): Promise<string> {
  if (place.databaseUrl !== undefined) {
    const beside = placeBeside(place);
    try {
      await (await startServer(beside)).stop();
      return '';
    } finally {
      await beside.remove();
    }
  }
  const copy = join(place.directory, 'copy.db');
  const child = spawn(process.execPath, [cliFile, 'backup', copy, '--data', place.directory], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0 && existsSync(copy) ? '' : `backup ended with ${code}: ${errors}`;
}
