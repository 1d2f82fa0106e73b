import type { Engine } from '../src/server/test-database.ts';
import type { Random } from './random.ts';
import { Tally } from './tally.ts';
import type { Run, Size, Trial } from './trial.ts';
import { killServerOfDatabase } from './upgraded/kill-database.ts';
import { killStarts } from './upgraded/kill-starts.ts';
import { NextProgram } from './upgraded/next-start.ts';
import { checkNewerRefused } from './upgraded/newer-refused.ts';
import { makeOldRestaurant, noRestaurant } from './upgraded/old-restaurant.ts';
import type { OldRestaurant } from './upgraded/old-restaurant.ts';
import { startTogether } from './upgraded/start-together.ts';
import { today } from './upgraded/tomorrow.ts';

/** `firstStart` and `copies` bound how many of their many statements are tried: nothing could be lost there. */
const sizes = {
  always: { sales: 300, instants: 5, firstStart: 8, copies: 4, together: 2, databases: 0 },
  deep: {
    sales: 5_000,
    instants: 200,
    firstStart: Infinity,
    copies: Infinity,
    together: 10,
    databases: 25,
  },
} as const;

/** The oldest schema alone where it must be quick. */
function versionsFor(size: Size): number[] {
  return size === 'deep' ? Array.from({ length: today }, (_, i) => i + 1) : [1];
}

const killAndComplete: Run = async (size, random, log, engine) => {
  const tally = new Tally(log);
  const program = new NextProgram();
  const most = sizes[size];
  const sums = { kills: 0, cutOff: 0, databases: 0 };
  const playFrom = async (old: OldRestaurant): Promise<void> => {
    const own = random.fork(`from ${old.version}`);
    const { kills, cutOff } = await killStarts(tally, { engine, old, program, most, random: own });
    sums.kills += kills;
    sums.cutOff += cutOff;
  };
  try {
    await playFrom(noRestaurant(engine));
    for (const version of versionsFor(size)) {
      await withOldRestaurant(engine, version, most.sales, random, async (old) => {
        await playFrom(old);
        await checkNewerRefused(tally, engine, old);
        for (let i = 0; i < most.together; i += 1) await startTogether(tally, old, i);
        if (engine !== 'mysql') return;
        sums.databases += await killServerOfDatabase(tally, old, program, most.databases, random);
      });
    }
  } finally {
    await program.end();
  }
  return tally.outcome({
    'starts killed': sums.kills,
    'of them in the middle of an upgrade': sums.cutOff,
    ...(sums.databases > 0 ? { 'upgrades cut off by a killed MariaDB': sums.databases } : {}),
  });
};

/** The negative control: on a file no transactions, on a server no notes. */
const withoutProtection: Run = async (_size, random, log, engine) => {
  const tally = new Tally(log);
  const program = new NextProgram();
  const most = { instants: 0, firstStart: 0, copies: 0 };
  try {
    await withOldRestaurant(engine, 1, 50, random, async (old) => {
      await killStarts(tally, { engine, old, program, most, random, isCareless: true });
    });
  } finally {
    await program.end();
  }
  return tally.outcome({});
};

async function withOldRestaurant(
  engine: Engine,
  version: number,
  sales: number,
  random: Random,
  work: (old: OldRestaurant) => Promise<void>,
): Promise<void> {
  const own = random.fork(`restaurant ${version}`);
  const old = await makeOldRestaurant(engine, version, sales, own);
  try {
    await work(old);
  } finally {
    await old.remove();
  }
}

export const trial: Trial = {
  id: 'R21',
  title: 'Killed during each step of an upgrade; newer schemas, and two that start at once',
  engines: ['sqlite', 'mysql'],
  run: killAndComplete,
  control: withoutProtection,
};
