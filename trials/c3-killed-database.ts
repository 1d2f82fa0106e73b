import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { startOwnMariaDb } from '../scripts/mariadb.ts';
import type { MariaDb } from '../scripts/mariadb.ts';
import { checkKept } from './killed/check-kept.ts';
import { Terminal } from './killed/terminal.ts';
import { prepareData } from './prepare-data.ts';
import type { Random } from './random.ts';
import { sellWhile } from './several/sell-while.ts';
import { sellingAgain } from './several/selling-again.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { Tally } from './tally.ts';
import type { Run, Size, Trial } from './trial.ts';
import { makePlaceOn, placeBeside } from './trial-place.ts';

const sizes = { always: 5, deep: 200 } as const;
const terminalCount = 8;
const longestWorkMs = 800;
const longestAbsenceMs = 1_500;

/** Kills the database server under two servers of the till, which stay; `prepare` is done to it before each kill. */
function killDatabase(
  countOf: (size: Size) => number,
  prepare: (mariaDb: MariaDb) => Promise<void> = async () => {},
): Run {
  return async (size, random, log) => {
    const tally = new Tally(log);
    const mariaDb = await startOwnMariaDb({ directory: tmpdir() });
    const servers: ServerProcess[] = [];
    try {
      const place = await makePlaceOn(mariaDb.url);
      const data = await prepareData(place, terminalCount);
      const beside = placeBeside(place);
      for (const each of [place, beside]) servers.push(await startServer(each));
      const terminals = Array.from(
        { length: terminalCount },
        (_, i) => new Terminal(data, i, random.fork(`terminal ${i}`)),
      );
      const gaps: number[] = [];
      for (let kill = 0; kill < countOf(size); kill += 1) {
        await prepare(mariaDb);
        await sellWhile(terminals, servers, async () => {
          gaps.push(await killOnce(mariaDb, terminals, random.fork(`kill ${kill}`)));
        });
        await checkKept(tally, place, terminals, `kill ${kill}`);
      }
      for (const server of servers.splice(0)) await server.stop();
      for (const each of [beside, place]) await each.remove();
      return tally.outcome({
        kills: countOf(size),
        'writes acknowledged': terminals.reduce((sum, each) => sum + each.answers.size, 0),
        'longest time without a sale': `${(Math.max(...gaps) / 1_000).toFixed(1)} s`,
      });
    } finally {
      for (const server of servers) await server.kill();
      await mariaDb.stop();
    }
  };
}

async function killOnce(
  mariaDb: MariaDb,
  terminals: readonly Terminal[],
  random: Random,
): Promise<number> {
  await sleep(random.integer(0, longestWorkMs) + random.fraction());
  const killedAt = performance.now();
  await mariaDb.kill();
  await sleep(random.integer(0, longestAbsenceMs));
  await mariaDb.start();
  return sellingAgain(terminals, killedAt);
}

/** Commits wait in the server's memory for up to a second, as many an installation has it; the till refuses to start on that. */
function beForgetful(mariaDb: MariaDb): Promise<void> {
  return mariaDb.askAsRoot('set global innodb_flush_log_at_trx_commit = 0');
}

export const trial: Trial = {
  id: 'C3',
  title: 'MariaDB itself killed under 8 clients at two servers, which go on when it is back',
  run: killDatabase((size) => sizes[size]),
  control: killDatabase(() => 2, beForgetful),
};
