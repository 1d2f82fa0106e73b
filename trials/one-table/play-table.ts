import type { OrderState } from '../../src/contract/orders.ts';
import { expectOk } from '../../src/server/test-till.ts';
import type { Browser } from '../../src/server/test-till.ts';
import type { Random } from '../random.ts';
import type { Restaurant } from '../restaurant.ts';
import type { Tap } from './table-model.ts';

/** One tap with when it was sent and answered, counted in the order in which the terminals saw it. */
export type Played = {
  readonly terminal: number;
  readonly tap: Tap;
  readonly sentAt: number;
  answeredAt: number;
  status: number;
  /** The order as answered; undefined where the tap was refused. */
  state: OrderState | undefined;
  refusal: string;
};
export type History = {
  readonly opened: readonly OrderState[];
  readonly played: readonly Played[];
  /** The two that paid all of it at once, where it was still open at the end. */
  readonly rivals: readonly Played[];
  readonly last: OrderState;
};

const mostTaps = 12;

/** Two people at two terminals open one table and work on it at the same time, each by what they last saw. */
export async function playTable(
  restaurant: Restaurant,
  browsers: readonly Browser[],
  tableId: string,
  random: Random,
): Promise<History> {
  let clock = 0;
  const newId = restaurant.till.newKey;
  const opened = await Promise.all(
    browsers.map(async (browser) => {
      const body = { orderId: newId(), dining: 'here', tableId, covers: 2 };
      return expectOk(await browser.post('/orders', body)).json<OrderState>();
    }),
  );
  const orderId = opened[0]?.order.orderId ?? '';
  const played: Played[] = [];

  async function play(terminal: number, browser: Browser, tap: Tap): Promise<Played> {
    clock += 1;
    const one: Played = {
      terminal,
      tap,
      sentAt: clock,
      answeredAt: 0,
      status: 0,
      state: undefined,
      refusal: '',
    };
    played.push(one);
    const answer = await sendTap(browser, orderId, tap);
    clock += 1;
    one.answeredAt = clock;
    one.status = answer.statusCode;
    if (answer.statusCode === 200) one.state = answer.json<OrderState>();
    else one.refusal = answer.json<{ code: string }>().code;
    return one;
  }

  await Promise.all(
    browsers.map(async (browser, terminal) => {
      const own = random.fork(`terminal ${terminal}`);
      let seen = opened[terminal];
      const taps = own.integer(4, mostTaps);
      for (let i = 0; i < taps && seen; i += 1) {
        for (let turns = own.integer(0, 6); turns > 0; turns -= 1) {
          await new Promise((resolve) => setImmediate(resolve));
        }
        const { state } = await play(terminal, browser, chooseTap(restaurant, own, seen));
        if (state) seen = state;
      }
    }),
  );
  const rivals = await payAtOnce();
  const last = expectOk(await browsers[0]!.get(`/orders/${orderId}`)).json<OrderState>();
  return { opened, played, rivals, last };

  async function payAtOnce(): Promise<Played[]> {
    const before = expectOk(await browsers[0]!.get(`/orders/${orderId}`)).json<OrderState>();
    if (before.order.status === 'paid' || before.bill.total === 0) return [];
    return Promise.all(
      browsers.map((browser, terminal) =>
        play(terminal, browser, {
          verb: 'pay',
          paymentId: newId(),
          tender: random.pick(['cash', 'card']),
          tendered: before.balance,
          expectedTotal: before.bill.total,
        }),
      ),
    );
  }
}

function chooseTap({ dishes, till }: Restaurant, random: Random, seen: OrderState): Tap {
  const roll = random.fraction();
  const lines = seen.order.lines;
  const line = lines.length > 0 ? random.pick(lines) : undefined;
  if (roll < 0.4 || !line) {
    const { itemId, price } = random.pick(dishes);
    return { verb: 'add', lineId: till.newKey(), itemId, price, quantity: random.integer(1, 3) };
  }
  const { lineId } = line;
  if (roll < 0.55) return { verb: 'quantity', lineId, by: random.pick([-2, -1, 1, 2]) };
  if (roll < 0.62) return { verb: 'remove', lineId };
  if (roll < 0.7) return { verb: 'send' };
  if (roll < 0.74) return { verb: 'preBill' };
  if (roll < 0.86) {
    const quantity = random.integer(1, line.quantity);
    return { verb: 'void', lineId, quantity, splitLineId: till.newKey() };
  }
  return {
    verb: 'pay',
    paymentId: till.newKey(),
    tender: random.pick(['cash', 'card']),
    tendered: random.chance(0.2) ? seen.balance : random.integer(1, Math.max(1, seen.balance)),
    expectedTotal: seen.bill.total,
  };
}

function sendTap(browser: Browser, orderId: string, tap: Tap): ReturnType<Browser['post']> {
  const path = `/orders/${orderId}`;
  switch (tap.verb) {
    case 'add': {
      const { lineId, itemId, quantity } = tap;
      return browser.post(`${path}/lines`, {
        lineId,
        itemId,
        portionId: 'whole',
        quantity,
        note: '',
      });
    }
    case 'quantity':
      return browser.post(`${path}/lines/${tap.lineId}/quantity`, { by: tap.by });
    case 'remove':
      return browser.delete(`${path}/lines/${tap.lineId}`);
    case 'send':
      return browser.post(`${path}/send`);
    case 'preBill':
      return browser.post(`${path}/pre-bill`);
    case 'void': {
      const { quantity, splitLineId } = tap;
      const reason = 'Changed their mind';
      return browser.post(`${path}/lines/${tap.lineId}/void`, { quantity, splitLineId, reason });
    }
    case 'pay': {
      const { paymentId, tender, tendered, expectedTotal } = tap;
      const body = { paymentId, tenderId: tender, tendered, tip: 0, expectedTotal };
      return browser.post(`${path}/payments`, body);
    }
  }
}
