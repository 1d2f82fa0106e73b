import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance } from 'fastify';
import { routes } from '../src/contract/routes.ts';
import type { Route } from '../src/contract/route.ts';
import type { Database } from '../src/server/db/engine.ts';
import { verifyReading } from '../src/server/journal/verify.ts';
import { requestFor } from './contract/ask-route.ts';
import type { PlainRequest } from './contract/ask-route.ts';
import { spoil } from './fuzz/spoil.ts';
import type { Random } from './random.ts';
import { makeToken, openRestaurant } from './restaurant.ts';
import { Tally } from './tally.ts';
import type { Run, Size, Trial } from './trial.ts';

const sizes = { always: 5_000, deep: 1_000_000 } as const;
const mostGrowthMb = 24;
/** Whoever has no answer by then will have none, even of a machine that is busy with other things. */
const longestAnswerMs = 60_000;

/** Sends spoiled requests to every route in turn. `plant` breaks the till on purpose, for the control. */
function fuzz(
  countOf: (size: Size) => number,
  plant: (database: Database, isFuzzing: () => boolean) => void,
): Run {
  return async (size, random, log) => {
    const count = countOf(size);
    const tally = new Tally(log);
    const restaurant = await openRestaurant();
    const { till } = restaurant;
    const crashes: unknown[] = [];
    const crashed = (error: unknown): void => void crashes.push(error);
    process.on('unhandledRejection', crashed);
    process.on('uncaughtException', crashed);
    try {
      let isFuzzing = false;
      plant(till.deps.database, () => isFuzzing);
      const orderId = await openFullOrder(restaurant);
      const byStatus = new Map<number, number>();
      let token = '';
      let settled = 0;
      for (let i = 0; i < count; i += 1) {
        const own = random.fork(i);
        // Signing out and new PINs are among the routes.
        if (i % 20 === 0) token = await makeToken(till, till.ownerId);
        const route = routes[i % routes.length] as Route;
        const plain = atOrder(requestFor(route, till.newKey()), orderId, own);
        const spoiled = own.chance(0.05) ? plain : spoil(plain, own);
        isFuzzing = true;
        const status = await send(till.app, withSession(spoiled, token));
        isFuzzing = false;
        byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
        tally.check(
          status < 500 && status > 0,
          () => `${i} ${route.name}: ${status} for ${inWords(spoiled)}`,
        );
        // Warm by then: what grows afterwards grows with every request.
        if (i === Math.floor(count / 3)) settled = heapMb();
      }
      const grownMb = heapMb() - settled;
      tally.check(grownMb < mostGrowthMb, () => `memory grew by ${grownMb.toFixed(1)} MB`);
      await sendGarbage(tally, till.app, random.fork('garbage'));
      tally.check(crashes.length === 0, () => `crashed: ${String(crashes[0])}`);
      tally.check(!('polluted' in {}), () => 'a request has reached Object.prototype');
      const { whole, firstBad, differences } = await till.deps.database.read((tx) =>
        verifyReading(tx, 'main'),
      );
      tally.check(whole, () => `verify: ${JSON.stringify(firstBad ?? differences)}`);
      const answers = [...byStatus].sort(([a], [b]) => a - b);
      return tally.outcome({
        requests: count,
        answers: answers.map(([status, times]) => `${times} × ${status}`).join(', '),
        'memory after the first third': `${grownMb >= 0 ? '+' : ''}${grownMb.toFixed(1)} MB`,
      });
    } finally {
      process.off('unhandledRejection', crashed);
      process.off('uncaughtException', crashed);
      await till.close();
    }
  };
}

async function openFullOrder({
  till,
  dishes,
}: Awaited<ReturnType<typeof openRestaurant>>): Promise<string> {
  const owner = till.as('owner');
  const orderId = till.newKey();
  const { itemId, portionId } = dishes[0]!;
  await owner.post('/orders', { orderId, dining: 'to_go', tableId: null, covers: 1 });
  const line = { lineId: till.newKey(), itemId, portionId, quantity: 3, note: '' };
  await owner.post(`/orders/${orderId}/lines`, line);
  return orderId;
}

/** Half of what goes to an order goes to one that is there. */
function atOrder(request: PlainRequest, orderId: string, random: Random): PlainRequest {
  if (random.chance(0.5)) return request;
  return {
    ...request,
    url: request.url.replace(/^(\/api\/orders\/)[0-9a-f-]{36}/, `$1${orderId}`),
  };
}

function withSession(request: PlainRequest, token: string): PlainRequest {
  if ('cookie' in request.headers) return request;
  return { ...request, headers: { ...request.headers, cookie: `armorpos_session=${token}` } };
}

/** The status; 0 where no answer came. A stream counts as answered. */
async function send(app: FastifyInstance, request: PlainRequest): Promise<number> {
  const { method, url, headers, payload } = request;
  const answered = app
    .inject({
      method,
      url,
      headers: { ...headers },
      ...(payload === undefined ? {} : { payload }),
      payloadAsStream: true,
    })
    .then((answer) => {
      answer.stream().destroy();
      return answer.statusCode;
    });
  const late = sleep(longestAnswerMs, 0, { ref: false });
  return Promise.race([answered, late]);
}

/** Bytes that are no HTTP at all, over real connections: the till answers 400 or hangs up, and lives on. */
async function sendGarbage(tally: Tally, app: FastifyInstance, random: Random): Promise<void> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const head = 'POST /api/orders HTTP/1.1\r\nHost: 127.0.0.1\r\n';
  const garbage: readonly (string | Buffer)[] = [
    '\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /api/health HTTP/1.1\r\n\r\n',
    `GET ${'/a'.repeat(40_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
    `${head}${'X: y\r\n'.repeat(5_000)}\r\n`,
    `${head}Content-Length: -1\r\n\r\n{}`,
    `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    `${head}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n`,
    `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    `${head}Content-Length: 1000000000\r\n\r\n{`,
    `${head}X: a\u0000b\r\n\r\n`,
    ...Array.from({ length: 20 }, () =>
      Buffer.from(Array.from({ length: 500 }, () => random.integer(0, 255))),
    ),
  ];
  for (const bytes of garbage) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    let text = '';
    socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
    socket.end(bytes);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await Promise.race([closed, sleep(300)]);
    socket.destroy();
    const isRefused = text === '' || /^HTTP\/1\.1 4\d\d/.test(text);
    tally.check(isRefused, () => `${String(bytes).slice(0, 60)}: ${text.slice(0, 60)}`);
  }
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
  tally.check(answer.status === 200, () => 'the till no longer answers');
}

function inWords({ method, url, headers, payload }: PlainRequest): string {
  const { host: _host, cookie: _cookie, ...rest } = headers;
  return `${method} ${url.slice(0, 200)} ${JSON.stringify(rest).slice(0, 200)} ${String(payload).slice(0, 300)}`;
}

/** Megabytes that are held after everything that can be let go of was. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

export const trial: Trial = {
  id: 'R22',
  title: 'Fuzz of every route, generated from the contract',
  run: fuzz(
    (size) => sizes[size],
    () => {},
  ),
  // A till that breaks once in a while has to be caught.
  control: fuzz(
    () => 500,
    (database, isFuzzing) => {
      const { write } = database;
      let writes = 0;
      database.write = (work) => {
        // What the trial itself writes, such as a new session, is no part of the fault.
        if (!isFuzzing()) return write(work);
        writes += 1;
        return writes % 10 === 0 ? Promise.reject(new TypeError('planted')) : write(work);
      };
    },
  ),
};
