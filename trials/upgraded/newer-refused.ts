import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliFile } from '../../scripts/project.ts';
import type { Place } from '../../src/server/open-till.ts';
import { databaseName } from '../../src/server/open-database.ts';
import type { Engine } from '../../src/server/test-database.ts';
import type { Tally } from '../tally.ts';
import { readPlace } from '../trial-place.ts';
import { contentOf, look, schemaOf } from './look.ts';
import type { OldRestaurant } from './old-restaurant.ts';

const newer = "insert into migrations values (99, 'far away', 0)";
/** On a server, the newer version need not have finished. */
const begun = 'insert into migration_steps values (99, 0)';

/** The real program, on data of a newer one: it says so, ends, and changes nothing. */
export async function checkNewerRefused(
  tally: Tally,
  engine: Engine,
  old: OldRestaurant,
): Promise<void> {
  for (const sql of engine === 'mysql' ? [newer, begun] : [newer]) {
    const place = await old.place();
    try {
      await look(place, (ask) => ask(sql));
      const before = await traceOf(place, old);
      for (const command of [
        ['serve', '--port', '0'],
        ['export', 'menu'],
        ['backup', join(place.directory, 'copy.db')],
      ]) {
        const { status, stderr } = run(command, place);
        const words = `${command[0]} on a newer schema`;
        tally.same(`${words}: exit code`, status, 1);
        tally.check(
          /written by a newer ArmorPOS \(schema 99;.*Install the newer version/.test(stderr),
          () => `${words}: ${stderr}`,
        );
      }
      tally.same('what was refused is as it was', await traceOf(place, old), before);
    } finally {
      await place.remove();
    }
  }
}

function run(command: readonly string[], place: Place): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [cliFile, ...command, '--data', place.directory], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      ...(place.databaseUrl === undefined ? {} : { ARMORPOS_DATABASE_URL: place.databaseUrl }),
    },
  });
}

async function traceOf(place: Place, old: OldRestaurant): Promise<unknown> {
  const bytes =
    place.databaseUrl === undefined
      ? createHash('sha256')
          .update(readFileSync(join(place.directory, databaseName)))
          .digest('hex')
      : '';
  const tables = await look(place, (_ask, tables) => tables());
  const content = await readPlace(place, (tx) => contentOf(tx, schemaOf(old.version)));
  return { bytes, tables, content };
}
