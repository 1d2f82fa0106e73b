import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../src/server/test-database.ts';
import { checkKept } from './killed/check-kept.ts';
import { Terminal } from './killed/terminal.ts';
import { prepareData } from './prepare-data.ts';
import type { Random } from './random.ts';
import { followEvents } from './several/follow-events.ts';
import { sellWhile } from './several/sell-while.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { Tally } from './tally.ts';
import type { Run, Size, Trial } from './trial.ts';
import { makePlace, placeBeside } from './trial-place.ts';
import type { TrialPlace } from './trial-place.ts';

const sizes = { always: 4, deep: 200 } as const;
const serverCount = 3;
const terminalCount = 8;
const sellingMs = 3_000;
const longestNewsMs = 5_000;
const longestWorkMs = 1_000;

type Shop = {
  readonly places: readonly TrialPlace[];
  readonly servers: ServerProcess[];
  readonly terminals: readonly Terminal[];
  /** For the streams of the screens. */
  readonly token: string;
};
type Believe = (terminal: Terminal) => void;

/** Sells at three servers of one database; then kills one after the other, and their terminals go on at the next. */
function sellTogether(countOf: (size: Size) => number, believe: Believe = () => {}): Run {
  return async (size, random, log, engine) => {
    const tally = new Tally(log);
    const shop = await openShop(engine, random);
    const { places, servers, terminals } = shop;
    const first = places[0] as TrialPlace;
    try {
      const news = await checkNews(tally, shop);
      await checkKept(tally, first, terminals, 'three servers');
      for (let kill = 0; kill < countOf(size); kill += 1) {
        await killOne(shop, random.fork(`kill ${kill}`), believe);
        await checkKept(tally, first, terminals, `kill ${kill}`);
      }
      return tally.outcome({
        'servers killed': countOf(size),
        'writes acknowledged': terminals.reduce((sum, each) => sum + each.answers.size, 0),
        'sent again with their keys': terminals.reduce((sum, each) => sum + each.retries, 0),
        'news on a screen of another server, p50': `${at(news, 0.5)} ms`,
        'news on a screen of another server, p95': `${at(news, 0.95)} ms`,
      });
    } finally {
      for (const server of servers) await server.kill();
      for (const place of places.toReversed()) await place.remove();
    }
  };
}

async function openShop(engine: Engine, random: Random): Promise<Shop> {
  const place = await makePlace(engine);
  const data = await prepareData(place, terminalCount);
  const places = [place, ...Array.from({ length: serverCount - 1 }, () => placeBeside(place))];
  const servers: ServerProcess[] = [];
  for (const each of places) servers.push(await startServer(each));
  const terminals = Array.from(
    { length: terminalCount },
    (_, i) => new Terminal(data, i, random.fork(`terminal ${i}`)),
  );
  return { places, servers, terminals, token: data.tokens[0] ?? '' };
}

/** Every screen hears of every write, once and in order; answers how late those of other servers were, sorted. */
async function checkNews(tally: Tally, { servers, terminals, token }: Shop): Promise<number[]> {
  const screens = await Promise.all(servers.map(({ port }) => followEvents(port, token)));
  await sellWhile(terminals, servers, () => sleep(sellingMs));
  const lastSeq = Math.max(...terminals.flatMap((each) => each.acknowledged.map(({ seq }) => seq)));
  const giveUpAt = performance.now() + longestNewsMs;
  while (
    screens.some(({ seen }) => (seen.at(-1)?.seq ?? 0) < lastSeq) &&
    performance.now() < giveUpAt
  ) {
    await sleep(10);
  }
  const delays: number[] = [];
  for (const [screen, { seen }] of screens.entries()) {
    const first = seen[0]?.seq ?? 0;
    const gap = seen.findIndex(({ seq }, i) => seq !== first + i);
    tally.check(gap < 0, () => `screen ${screen}: event ${first + gap} is missing or came twice`);
    const heardAt = new Map(seen.map(({ seq, at: heard }) => [seq, heard]));
    for (const [number, terminal] of terminals.entries()) {
      for (const { seq, at: acknowledgedAt } of terminal.acknowledged) {
        const heard = heardAt.get(seq);
        tally.check(heard !== undefined, () => `screen ${screen}: never heard of ${seq}`);
        if (heard !== undefined && number % serverCount !== screen) {
          delays.push(Math.max(0, heard - acknowledgedAt));
        }
      }
    }
  }
  await Promise.all(screens.map((screen) => screen.stop()));
  return delays.sort((a, b) => a - b);
}

/** Its terminals go to the others with what nobody answered them, while another server starts in its place. */
async function killOne(
  { places, servers, terminals }: Shop,
  random: Random,
  believe: Believe,
): Promise<void> {
  const victim = random.integer(0, serverCount - 1);
  await sellWhile(terminals, servers, async () => {
    await sleep(random.integer(0, longestWorkMs) + random.fraction());
    await servers[victim]?.kill();
  });
  for (const terminal of terminals) believe(terminal);
  const survivors = servers.filter((_, i) => i !== victim);
  await sellWhile(terminals, survivors, async () => {
    servers[victim] = await startServer(places[victim] as TrialPlace);
  });
}

/** Takes what was merely sent for done, as if the till answered before its commit. */
function believeTooEarly(terminal: Terminal): void {
  terminal.pending?.apply(terminal.pending.sheet);
  terminal.pending = undefined;
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0);
}

export const trial: Trial = {
  id: 'C2',
  title: 'Three servers of one database under 8 clients, one after the other killed',
  engines: ['mysql'],
  run: sellTogether((size) => sizes[size]),
  control: sellTogether(() => 2, believeTooEarly),
};
