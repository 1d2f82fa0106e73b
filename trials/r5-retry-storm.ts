import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { verifyReading } from '../src/server/journal/verify.ts';
import { newId } from '../src/server/new-id.ts';
import { RawClient } from './raw-client.ts';
import type { Command, RawAnswer } from './raw-client.ts';
import type { Random } from './random.ts';
import { makeToken, openRestaurant } from './restaurant.ts';
import type { Dish, Restaurant } from './restaurant.ts';
import { Tally } from './tally.ts';
import type { Run, Size, Trial } from './trial.ts';

const sizes = { always: 2_000, deep: 100_000 } as const;
const clients = 8;
const writesPerWave = 100;
const writesPerOrder = 50;
const writesPerRestart = 500;

/** One tap: what it asks, and what it is to change once, however often it is sent. */
type Write = {
  readonly orderId: string;
  readonly command: Required<Command>;
  /** The same key with another body, sent beside it; one of the two may win. */
  readonly rival: Required<Command> | undefined;
  /** By how much the line's quantity, or what is paid, grows. */
  readonly grows: (command: Command) => { line: string; by: number } | { paid: number };
  /** Every answer that reached a client, with the body it was for. */
  readonly answers: { readonly command: Command; readonly answer: RawAnswer }[];
};
type Sheet = { readonly orderId: string; readonly dish: Dish; readonly lineId: string };

/** Plays the storm; `keyOf` says which key a copy of a command is sent with. */
function storm(countOf: (size: Size) => number, keyOf: (key: string) => string): Run {
  return async (size, random, log, engine) => {
    const count = countOf(size);
    const tally = new Tally(log);
    const restaurant = await openRestaurant(engine);
    const token = await makeToken(restaurant.till, restaurant.till.ownerId);
    const sent = { copies: 0, lost: 0, restarts: 0 };
    try {
      let terminals = await listen(restaurant, token);
      const sheets = makeSheets(
        restaurant,
        random.fork('sheets'),
        Math.ceil(count / writesPerOrder),
      );
      const opening = sheets.flatMap((sheet) => openingWrites(sheet));
      const writes: Write[] = [];
      // An order must be there before lines are added to it, and a line before it grows.
      const waves = [
        ...inWaves(opening.filter((write) => write.command.path === '/orders')),
        ...inWaves(opening.filter((write) => write.command.path !== '/orders')),
        ...inWaves(
          Array.from({ length: Math.max(0, count - opening.length) }, (_, i) =>
            growingWrite(random.pick(sheets), random.fork(`write ${i}`)),
          ),
        ),
      ];
      let sinceRestart = 0;
      for (const [i, wave] of waves.entries()) {
        await playWave(terminals, wave, random.fork(`wave ${i}`), keyOf, sent);
        writes.push(...wave);
        sinceRestart += wave.length;
        if (sinceRestart < writesPerRestart) continue;
        sinceRestart = 0;
        for (const terminal of terminals) terminal.close();
        await restaurant.till.restart();
        terminals = await listen(restaurant, token);
        sent.restarts += 1;
        // What was answered before the restart is answered the same after it (O2).
        for (const write of wave.slice(0, 20)) await resend(terminals[0], write, keyOf);
      }
      for (const terminal of terminals) terminal.close();
      for (const write of writes) checkAnswers(tally, write);
      await checkLedger(tally, restaurant, sheets, writes);
      const { whole, firstBad, differences } = await restaurant.till.deps.database.read((tx) =>
        verifyReading(tx, 'main'),
      );
      tally.check(whole, () => `verify: ${JSON.stringify(firstBad ?? differences)}`);
      return tally.outcome({
        writes: writes.length,
        'copies sent': sent.copies,
        'answers lost on purpose': sent.lost,
        restarts: sent.restarts,
      });
    } finally {
      await restaurant.till.close();
    }
  };
}

async function listen({ till }: Restaurant, token: string): Promise<RawClient[]> {
  await till.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = till.app.server.address() as AddressInfo;
  return Array.from({ length: clients }, () => new RawClient(port, token));
}

function makeSheets({ dishes }: Restaurant, random: Random, count: number): Sheet[] {
  return Array.from({ length: count }, () => ({
    orderId: id(),
    dish: random.pick(dishes),
    lineId: id(),
  }));
}

function id(): string {
  return newId(Date.now(), randomBytes);
}

function post(path: string, body: unknown, key: string): Required<Command> {
  return { method: 'POST', path, body, key };
}

function openingWrites({ orderId, dish, lineId }: Sheet): Write[] {
  const { itemId, portionId } = dish;
  const open = { orderId, dining: 'to_go', tableId: null, covers: 1 };
  const line = { lineId, itemId, portionId, quantity: 1, note: '' };
  return [
    {
      orderId,
      command: post('/orders', open, id()),
      rival: undefined,
      grows: () => ({ paid: 0 }),
      answers: [],
    },
    {
      orderId,
      command: post(`/orders/${orderId}/lines`, line, id()),
      rival: undefined,
      grows: () => ({ line: lineId, by: 1 }),
      answers: [],
    },
  ];
}

/** A write that would show at once if it happened twice: one more on a line, a line more, a part payment. */
function growingWrite(sheet: Sheet, random: Random): Write {
  const { orderId, lineId, dish } = sheet;
  const key = id();
  const roll = random.fraction();
  const made = (make: (by: number) => unknown, path: string): Write => {
    const command = post(path, make(random.integer(1, 3)), key);
    const rival = random.chance(0.15) ? post(path, make(random.integer(4, 6)), key) : undefined;
    return { orderId, command, rival, grows: growth(lineId), answers: [] };
  };
  if (roll < 0.6) return made((by) => ({ by }), `/orders/${orderId}/lines/${lineId}/quantity`);
  if (roll < 0.8) {
    const fresh = id();
    const { itemId, portionId } = dish;
    // A note of its own keeps it a line of its own (M9).
    const note = `n${fresh}`;
    return made(
      (quantity) => ({ lineId: fresh, itemId, portionId, quantity, note }),
      `/orders/${orderId}/lines`,
    );
  }
  const paymentId = id();
  return made(
    (tendered) => ({ paymentId, tenderId: 'card', tendered, tip: 0 }),
    `/orders/${orderId}/payments`,
  );
}

function growth(lineId: string): Write['grows'] {
  return ({ body }) => {
    const { by, quantity, tendered, lineId: added } = body as Record<string, number & string>;
    if (by !== undefined) return { line: lineId, by };
    if (tendered !== undefined) return { paid: tendered };
    return { line: added ?? lineId, by: quantity ?? 0 };
  };
}

function inWaves(writes: readonly Write[]): Write[][] {
  const waves: Write[][] = [];
  for (let i = 0; i < writes.length; i += writesPerWave)
    waves.push(writes.slice(i, i + writesPerWave));
  return waves;
}

/** Sends every write of a wave 1 to 5 times, all copies shuffled over all terminals at once. */
async function playWave(
  terminals: readonly RawClient[],
  wave: readonly Write[],
  random: Random,
  keyOf: (key: string) => string,
  sent: { copies: number; lost: number },
): Promise<void> {
  const copies = wave.flatMap((write) =>
    [write.command, write.rival].flatMap((command) =>
      command === undefined
        ? []
        : Array.from({ length: random.integer(1, 5) }, () => ({
            write,
            command: { ...command, key: keyOf(command.key) },
            original: command,
            hangUp: random.chance(0.25) ? random.integer(0, 6) : undefined,
            rank: random.fraction(),
          })),
    ),
  );
  copies.sort((a, b) => a.rank - b.rank);
  sent.copies += copies.length;
  await Promise.all(
    terminals.map(async (terminal) => {
      for (let copy = copies.pop(); copy; copy = copies.pop()) {
        const { write, command, original, hangUp } = copy;
        const answer =
          hangUp === undefined
            ? await terminal.ask(command)
            : await terminal.askAndHangUp(command, hangUp);
        if (answer) write.answers.push({ command: original, answer });
        else sent.lost += 1;
      }
    }),
  );
  // A terminal that got no answer asks until it has one.
  for (const write of wave) {
    if (!write.answers.some(({ answer }) => answer.status === 200)) {
      await resend(terminals[0], write, keyOf);
    }
  }
}

async function resend(
  terminal: RawClient | undefined,
  write: Write,
  keyOf: (key: string) => string,
): Promise<void> {
  for (const command of [write.command, write.rival]) {
    if (!command || !terminal) continue;
    const answer = await terminal.ask({ ...command, key: keyOf(command.key) });
    write.answers.push({ command, answer });
  }
}

function winnersOf(write: Write): RawAnswer[] {
  return write.answers.map(({ answer }) => answer).filter((answer) => answer.status === 200);
}

/** One answer for all copies, to the byte; of two bodies with one key, one, and the other is told (O2). */
function checkAnswers(tally: Tally, write: Write): void {
  const { path, key } = write.command;
  const texts = new Set(winnersOf(write).map((answer) => answer.text));
  tally.check(texts.size === 1, () => `${path} ${key}: ${texts.size} different answers`);
  const bodies = new Set(
    write.answers.filter(({ answer }) => answer.status === 200).map(({ command }) => command),
  );
  tally.check(bodies.size === 1, () => `${path} ${key}: ${bodies.size} bodies were accepted`);
  for (const { command, answer } of write.answers) {
    if (answer.status === 200) continue;
    const told = answer.status === 409 && answer.text.includes('"key_reused"');
    tally.check(
      told && !bodies.has(command),
      () => `${path} ${key}: ${answer.status} ${answer.text}`,
    );
  }
}

/** The orders hold each acknowledged write once: compared with a ledger kept by adding up what was asked. */
async function checkLedger(
  tally: Tally,
  { till }: Restaurant,
  sheets: readonly Sheet[],
  writes: readonly Write[],
): Promise<void> {
  const owner = till.as('owner');
  const byOrder = Map.groupBy(writes, (write) => write.orderId);
  for (const { orderId } of sheets) {
    const quantities = new Map<string, number>();
    let paid = 0;
    const own = byOrder.get(orderId) ?? [];
    for (const write of own) {
      const won = write.answers.find(({ answer }) => answer.status === 200)?.command;
      if (!won) continue;
      const grown = write.grows(won);
      if ('paid' in grown) paid += grown.paid;
      else quantities.set(grown.line, (quantities.get(grown.line) ?? 0) + grown.by);
    }
    const { order } = (await owner.get(`/orders/${orderId}`)).json<{
      order: { lines: { lineId: string; quantity: number }[]; payments: { applied: number }[] };
    }>();
    const found = order.lines.map(({ lineId, quantity }) => [lineId, quantity]).sort();
    tally.same(`lines of ${orderId}`, found, [...quantities].sort());
    const applied = order.payments.reduce((sum, payment) => sum + payment.applied, 0);
    tally.same(`paid on ${orderId}`, applied, paid);
    const events = await till.deps.database.read((tx) =>
      tx.all(tx.sql.selectFrom('journal').select('seq').where('order_id', '=', orderId)),
    );
    tally.same(`journal entries of ${orderId}`, events.length, own.length);
  }
}

export const trial: Trial = {
  id: 'R5',
  title: 'Retry storm: every write sent 1–5 times, answers lost, in parallel, over restarts',
  engines: ['sqlite', 'mysql'],
  run: storm(
    (size) => sizes[size],
    (key) => key,
  ),
  // A key that is new for each copy is no key at all.
  control: storm(
    () => 200,
    () => id(),
  ),
};
