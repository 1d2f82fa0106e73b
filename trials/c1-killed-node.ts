import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from '../scripts/galera.ts';
import type { Cluster } from '../scripts/galera.ts';
import type { Place } from '../src/server/open-till.ts';
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

const sizes = { always: 1, deep: 40 } as const;
const nodeCount = 3;
/** Whom the three servers write to: all to one node, as they should, or each to one of its own. */
const manners = {
  always: ['one node'],
  deep: ['one node', 'each its own'],
} as const satisfies Record<Size, readonly Manner[]>;
const terminalCount = 8;
const longestGapMs = 10_000;
const restMs = 1_500;

type Manner = 'one node' | 'each its own';
type Shop = {
  readonly cluster: Cluster;
  readonly servers: readonly ServerProcess[];
  readonly terminals: readonly Terminal[];
  /** The restaurant as this node alone has it. */
  readonly at: (node: number) => Place;
};
type KillAndCheck = (tally: Tally, shop: Shop, random: Random, kill: number) => Promise<number>;

/** Kills node after node under three servers with their clients, and checks after each. */
function killNodes(countOf: (size: Size) => number, killAndCheck: KillAndCheck): Run {
  return async (size, random, log) => {
    const tally = new Tally(log);
    const gaps: number[] = [];
    let writes = 0;
    for (const manner of manners[size]) {
      const own = random.fork(manner);
      await withShop(manner, own, async (shop) => {
        for (let kill = 0; kill < countOf(size); kill += 1) {
          gaps.push(await killAndCheck(tally, shop, own.fork(`kill ${kill}`), kill));
        }
        for (const { answers } of shop.terminals) writes += answers.size;
        if (tally.failed > 0) for (const server of shop.servers) log(firstFault(server));
      });
    }
    return tally.outcome({
      'nodes killed': gaps.length,
      'writes acknowledged': writes,
      'longest time without a sale': `${(Math.max(...gaps) / 1_000).toFixed(1)} s`,
    });
  };
}

/** What a server logged when something first broke in it, for whoever has to understand a failure. */
function firstFault(server: ServerProcess): string {
  return /^.*"level":50.*$/m.exec(server.log())?.[0] ?? 'a server without a fault';
}

async function withShop(
  manner: Manner,
  random: Random,
  work: (shop: Shop) => Promise<void>,
): Promise<void> {
  const cluster = await startCluster(nodeCount);
  const servers: ServerProcess[] = [];
  try {
    const place = await makePlaceOn(cluster.url);
    const data = await prepareData(place, terminalCount);
    const database = place.databaseUrl?.split('/').at(-1);
    const urlFor = (server: number): string =>
      `${cluster.urlFrom(manner === 'one node' ? 0 : server)}/${database}`;
    const others = [1, 2].map((server) => placeBeside(place, urlFor(server)));
    for (const each of [place, ...others]) servers.push(await startServer(each));
    await work({
      cluster,
      servers,
      terminals: Array.from(
        { length: terminalCount },
        (_, i) => new Terminal(data, i, random.fork(`terminal ${i}`)),
      ),
      at: (node) => ({ ...place, databaseUrl: `${cluster.urlOf(node)}/${database}` }),
    });
    for (const server of servers.splice(0)) await server.stop();
    await Promise.all([...others, place].map((each) => each.remove()));
  } finally {
    for (const server of servers) await server.kill();
    await cluster.stop();
  }
}

/** Sells, kills a node, sells on, and gives the longest time in which nobody could. */
async function sellOverKill(
  { cluster, servers, terminals }: Shop,
  victim: number,
): Promise<number> {
  let gap = Number.POSITIVE_INFINITY;
  await sellWhile(terminals, servers, async () => {
    await sleep(restMs);
    const killedAt = performance.now();
    await cluster.kill(victim);
    gap = await sellingAgain(terminals, killedAt);
  });
  return gap;
}

/** The survivors hold all that was acknowledged; so does the killed node, once it is back. */
async function checkAll(tally: Tally, shop: Shop, random: Random, kill: number): Promise<number> {
  const { cluster, servers, terminals, at } = shop;
  // The first is the one that is written.
  const victim = kill === 0 ? 0 : random.integer(0, nodeCount - 1);
  const gap = await sellOverKill(shop, victim);
  tally.check(
    gap < longestGapMs,
    () =>
      `kill ${kill}: nobody could sell for ${gap.toFixed(0)} ms after node ${victim} was killed`,
  );
  for (let node = 0; node < nodeCount; node += 1) {
    if (node === victim) continue;
    await cluster.catchUp(node);
    await checkKept(tally, at(node), terminals, `kill ${kill}, survivor ${node}`);
  }
  await sellWhile(terminals, servers, async () => {
    if (kill % 4 === 3) await cluster.startEmpty(victim);
    else await cluster.start(victim);
  });
  await cluster.catchUp(victim);
  await checkKept(tally, at(victim), terminals, `kill ${kill}, node ${victim} come back`);
  return gap;
}

/** What one server alone would have after a crash that it does not come back from: its disk as it was. */
async function checkWithoutCluster(tally: Tally, shop: Shop): Promise<number> {
  const gap = await sellOverKill(shop, 0);
  await shop.cluster.startApart(0);
  await checkKept(tally, shop.at(0), shop.terminals, 'the killed node alone');
  return gap;
}

export const trial: Trial = {
  id: 'C1',
  title: 'A node of a three-node cluster killed under 8 clients at three servers',
  run: killNodes((size) => sizes[size], checkAll),
  control: killNodes(() => 1, checkWithoutCluster),
};
