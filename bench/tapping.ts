import { randomBytes } from 'node:crypto';
import { newId } from '../src/server/new-id.ts';
import { RawClient } from '../trials/raw-client.ts';
import type { RawAnswer } from '../trials/raw-client.ts';
import type { PreparedData } from '../trials/prepare-data.ts';
import { timingsOf } from './timings.ts';
import type { Timings } from './timings.ts';

const linesPerOrder = 10;
const linesPerCycle = 3;

/** Terminals at work: each asks, waits for the answer, and asks again. */
export class Terminals {
  readonly #clients: RawClient[];
  readonly #data: PreparedData;

  constructor(port: number, data: PreparedData, count: number) {
    this.#data = data;
    this.#clients = data.tokens.slice(0, count).map((token) => new RawClient(port, token));
  }

  /** Adds order lines, `count` on each terminal; only these writes are timed, not the opening of their orders. */
  async addLines(count: number): Promise<Timings> {
    const orders = new Map<RawClient, string[]>();
    for (const client of this.#clients) {
      const own: string[] = [];
      for (let i = 0; i < count; i += linesPerOrder) own.push(await this.#open(client));
      orders.set(client, own);
    }
    return this.#together(count, (client, i) =>
      this.#addLine(client, orders.get(client)?.[Math.floor(i / linesPerOrder)] ?? '', i),
    );
  }

  /** Sells: opens an order, adds its lines, takes the money. Each cycle counts once. */
  sell(count: number): Promise<Timings> {
    return this.#together(count, async (client) => {
      const orderId = await this.#open(client);
      for (let i = 0; i < linesPerCycle; i += 1) await this.#addLine(client, orderId, i);
      await this.#write(client, `/orders/${orderId}/payments`, {
        paymentId: id(),
        tenderId: 'cash',
        tendered: 100_000,
        tip: 0,
      });
    });
  }

  /** Adds lines one after the other on the first terminal until told to stop. */
  async addLinesUntil(isDone: () => boolean): Promise<Timings> {
    const client = this.#clients[0];
    if (!client) throw new Error('no terminal');
    const times: number[] = [];
    const startedAt = performance.now();
    let orderId = '';
    for (let i = 0; !isDone(); i += 1) {
      if (i % linesPerOrder === 0) orderId = await this.#open(client);
      const before = performance.now();
      await this.#addLine(client, orderId, i);
      times.push(performance.now() - before);
    }
    return timingsOf(times, performance.now() - startedAt);
  }

  async get(path: string): Promise<RawAnswer> {
    const client = this.#clients.at(-1);
    if (!client) throw new Error('no terminal');
    return ok(await client.ask({ method: 'GET', path }));
  }

  close(): void {
    for (const client of this.#clients) client.close();
  }

  async #together(
    count: number,
    work: (client: RawClient, i: number) => Promise<unknown>,
  ): Promise<Timings> {
    const times: number[] = [];
    const startedAt = performance.now();
    await Promise.all(
      this.#clients.map(async (client) => {
        for (let i = 0; i < count; i += 1) {
          const before = performance.now();
          await work(client, i);
          times.push(performance.now() - before);
        }
      }),
    );
    return timingsOf(times, performance.now() - startedAt);
  }

  async #open(client: RawClient): Promise<string> {
    const orderId = id();
    const body = { orderId, dining: 'to_go', tableId: null, covers: 1 };
    await this.#write(client, '/orders', body);
    return orderId;
  }

  async #addLine(client: RawClient, orderId: string, i: number): Promise<void> {
    const dish = this.#data.dishes[i % this.#data.dishes.length];
    if (!dish) throw new Error('no dish');
    const { itemId, portionId } = dish;
    // A note of its own keeps each a line of its own.
    const line = { lineId: id(), itemId, portionId, quantity: 1, note: `n ${i}` };
    await this.#write(client, `/orders/${orderId}/lines`, line);
  }

  async #write(client: RawClient, path: string, body: object): Promise<void> {
    ok(await client.ask({ method: 'POST', path, body, key: id() }));
  }
}

function ok(answer: RawAnswer): RawAnswer {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

function id(): string {
  return newId(Date.now(), randomBytes);
}
