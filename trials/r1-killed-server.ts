import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../src/server/test-database.ts';
import { checkKept } from './killed/check-kept.ts';
import { Terminal } from './killed/terminal.ts';
import { prepareData } from './prepare-data.ts';
import type { Random } from './random.ts';
import { startServer } from './server-process.ts';
import { Tally } from './tally.ts';
import { makePlace } from './trial-place.ts';
import type { Run, Size, Trial } from './trial.ts';

const sizes = { always: 50, deep: 2_000 } as const;
const terminalCount = 8;
/** A new restaurant after so many kills: verifying reads all that it ever sold. */
const killsPerRestaurant = 50;
const longestWorkMs = 600;

/** Kills and checks; `believe` is what a terminal takes for acknowledged although nobody answered. */
function killAndCheck(
  countOf: (size: Size) => number,
  believe: (terminal: Terminal) => void = () => {},
): Run {
  return async (size, random, log, engine) => {
    const tally = new Tally(log);
    const sums = { kills: 0, acknowledged: 0, retries: 0, unanswered: 0 };
    while (sums.kills < countOf(size)) {
      const kills = Math.min(killsPerRestaurant, countOf(size) - sums.kills);
      const own = random.fork(`restaurant ${sums.kills}`);
      const terminals = await playRestaurant(tally, engine, own, kills, believe, sums);
      for (const terminal of terminals) {
        sums.acknowledged += terminal.answers.size;
        sums.retries += terminal.retries;
      }
      sums.kills += kills;
    }
    return tally.outcome({
      kills: sums.kills,
      'writes acknowledged': sums.acknowledged,
      'in flight when killed': sums.unanswered,
      'sent again with their keys': sums.retries,
    });
  };
}

async function playRestaurant(
  tally: Tally,
  engine: Engine,
  random: Random,
  kills: number,
  believe: (terminal: Terminal) => void,
  sums: { unanswered: number },
): Promise<Terminal[]> {
  const place = await makePlace(engine);
  try {
    const data = await prepareData(place, terminalCount);
    const terminals = Array.from(
      { length: terminalCount },
      (_, i) => new Terminal(data, i, random.fork(`terminal ${i}`)),
    );
    for (let kill = 0; kill < kills; kill += 1) {
      const server = await startServer(place);
      const atWork = Promise.all(terminals.map((terminal) => terminal.work(server.port)));
      await sleep(random.integer(0, longestWorkMs) + random.fraction());
      await server.kill();
      await atWork;
      sums.unanswered += terminals.filter((terminal) => terminal.pending).length;
      for (const terminal of terminals) believe(terminal);
      await checkKept(tally, place, terminals, `kill ${kill}`);
    }
    return terminals;
  } finally {
    await place.remove();
  }
}

/** Takes what was merely sent for done, as if the till answered before its commit. */
function believeTooEarly(terminal: Terminal): void {
  terminal.pending?.apply(terminal.pending.sheet);
  terminal.pending = undefined;
}

export const trial: Trial = {
  id: 'R1',
  title: 'Server killed at random instants under 8 clients that take and pay orders',
  engines: ['sqlite', 'mysql'],
  run: killAndCheck((size) => sizes[size]),
  control: killAndCheck(() => 10, believeTooEarly),
};
