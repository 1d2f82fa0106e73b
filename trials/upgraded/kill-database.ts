import { setTimeout as sleep } from 'node:timers/promises';
import { startOwnMariaDb } from '../../scripts/mariadb.ts';
import type { Random } from '../random.ts';
import type { Tally } from '../tally.ts';
import { checkCutOff, checkUpgraded } from './check-upgrade.ts';
import type { NextProgram } from './next-start.ts';
import type { OldRestaurant } from './old-restaurant.ts';
import { runUpgrade } from './run-upgrade.ts';

/** The database server itself is killed under an upgrade, and started again. Answers how many upgrades that cut off. */
export async function killServerOfDatabase(
  tally: Tally,
  old: OldRestaurant,
  program: NextProgram,
  kills: number,
  random: Random,
): Promise<number> {
  if (kills === 0) return 0;
  const server = await startOwnMariaDb();
  let cutOff = 0;
  try {
    const uncut = await old.place(server.url);
    const startedAt = performance.now();
    await runUpgrade({ place: uncut });
    const usualMs = performance.now() - startedAt;
    await uncut.remove();
    for (let kill = 0; kill < kills; kill += 1) {
      const when = `database killed ${kill}`;
      const place = await old.place(server.url);
      const upgrading = runUpgrade({ place });
      // The first third is a program that is being loaded.
      await sleep(usualMs * (0.3 + 0.7 * random.fraction()));
      await server.kill();
      await server.start();
      const first = await upgrading;
      if (!first.report) cutOff += 1;
      if (!first.report) await checkCutOff(tally, old, place, when);
      const wrong = await program.start(place);
      tally.check(wrong === '', () => `${when}: the next start: ${wrong}`);
      if (wrong === '') await checkUpgraded(tally, old, place, when);
      await place.remove();
    }
  } finally {
    await server.stop();
  }
  return cutOff;
}
