import { setTimeout } from 'node:timers/promises';
import { routes } from '../src/contract/routes.ts';
import type { Route } from '../src/contract/route.ts';
import { codeOf, requestFor, sendRequest } from './contract/ask-route.ts';
import type { PlainRequest } from './contract/ask-route.ts';
import { fingerprint } from './contract/fingerprint.ts';
import { makeToken, openRestaurant } from './restaurant.ts';
import type { Dish, Restaurant } from './restaurant.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';

const own = '127.0.0.1:4747';

/** What only a foreign page, a rebound name or a plain form sends; the same for reads and writes. */
const foreignHeaders: readonly Readonly<Record<string, string>>[] = [
  ...[
    'evil.example',
    'evil.example:4747',
    '127.0.0.1.evil.example',
    'localhost.evil.example:4747',
    'evil-localhost:4747',
    'localhost@evil.example',
    '127.0.0.2:4747',
    '0.0.0.0:4747',
    '[::2]:4747',
    '[::1].evil.example',
    '10.0.0.7:4747',
    '2130706433',
    '127.0.0.1:4747:evil',
    '127.0.0.1:x',
  ].map((host) => ({ host })),
  ...[
    'http://evil.example',
    'https://127.0.0.1:4747',
    'http://127.0.0.1:9999',
    'http://localhost:4747',
    'http://127.0.0.1:4747.evil.example',
    'null',
    'file://',
  ].map((origin) => ({ origin })),
  ...['cross-site', 'same-site', 'nonsense'].map((site) => ({ 'sec-fetch-site': site })),
  { host: 'evil.example', origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
];
/** What a form of another site can send without asking first (https://fetch.spec.whatwg.org/#cors-safelisted-request-header). */
const formTypes = [
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
];

/** Sends what must be refused; `disguise` changes it on its way. */
function attack(
  disguise: (request: PlainRequest) => PlainRequest,
  isAsked: (route: Route) => boolean = () => true,
): Run {
  return async (_size, _random, log) => {
    const tally = new Tally(log);
    const restaurant = await openRestaurant();
    const { till } = restaurant;
    try {
      const cookie = `armorpos_session=${await makeToken(till, till.ownerId)}`;
      const before = await fingerprint(till.deps);
      const targets = [
        ...routes.filter(isAsked).map((route) => requestFor(route, till.newKey())),
        ...(await liveWrites(restaurant)),
        // Refused before routing: what is not there answers the same.
        { method: 'GET', url: '/api/no-such-thing', headers: { host: own }, payload: undefined },
        { method: 'GET', url: '/', headers: { host: own }, payload: undefined },
        { method: 'GET', url: '/api/openapi.json', headers: { host: own }, payload: undefined },
        { method: 'GET', url: '/api/docs', headers: { host: own }, payload: undefined },
      ] satisfies PlainRequest[];
      let sent = 0;
      for (const target of targets) {
        for (const headers of foreignHeaders) {
          const request = disguise({
            ...target,
            headers: { ...target.headers, cookie, ...headers },
          });
          const answer = await Promise.race([
            sendRequest(till.app, request),
            // An event stream that was let through never ends.
            setTimeout(30_000, undefined, { ref: false }),
          ]);
          sent += 1;
          tally.check(
            answer !== undefined && codeOf(answer) === 'foreign_request',
            () =>
              `${target.method} ${target.url} with ${JSON.stringify(headers)}: ${answer?.statusCode ?? 'a stream'}`,
          );
        }
      }
      const writes = await liveWrites(restaurant);
      for (const write of writes) {
        for (const type of formTypes) {
          const headers = { ...write.headers, cookie, 'content-type': type };
          const answer = await sendRequest(till.app, disguise({ ...write, headers }));
          sent += 1;
          tally.check(
            answer.statusCode === 415 || answer.statusCode === 403,
            () => `${write.url} as ${type}: ${answer.statusCode} ${answer.payload}`,
          );
        }
        // An address typed or a bookmark may look, not write.
        const headers = { ...write.headers, cookie, 'sec-fetch-site': 'none' };
        const answer = await sendRequest(till.app, disguise({ ...write, headers }));
        sent += 1;
        tally.check(codeOf(answer) === 'foreign_request', () => `${write.url} typed in`);
      }
      tally.same('everything sold and set', await fingerprint(till.deps), before);
      // The very same writes go through where nothing is foreign about them: they were worth refusing.
      for (const write of writes) {
        const headers = { ...write.headers, cookie, origin: `http://${own}` };
        const answer = await sendRequest(till.app, { ...write, headers });
        tally.check(answer.statusCode === 200, () => `own ${write.url}: ${answer.payload}`);
      }
      return tally.outcome({ 'requests refused': sent, targets: targets.length });
    } finally {
      await till.close();
    }
  };
}

/** Writes that would change something, were they not refused. */
async function liveWrites({ till, dishes }: Restaurant): Promise<PlainRequest[]> {
  const { itemId } = dishes[0] as Dish;
  const write = (method: Route['method'], url: string, body: object): PlainRequest => ({
    method,
    url,
    headers: { host: own, 'content-type': 'application/json', 'idempotency-key': till.newKey() },
    payload: JSON.stringify(body),
  });
  const open = { orderId: till.newKey(), dining: 'to_go', tableId: null, covers: 1 };
  return [
    write('POST', `/api/menu/items/${itemId}/sold-out`, { soldOut: true }),
    write('POST', '/api/orders', open),
    write('PUT', '/api/menu/categories/foreign', { name: 'F', emoji: '', hue: 1, position: 9 }),
    write('PUT', '/api/tenders/foreign', { name: 'F', kind: 'wallet', active: true, position: 9 }),
  ];
}

export const trial: Trial = {
  id: 'A6',
  title: 'Foreign Host, Origin, cross-site requests and forms, against every route',
  run: attack((request) => request),
  // The same requests as the till's own page would send them.
  control: attack(
    (request) => {
      const { origin: _origin, 'sec-fetch-site': _site, ...headers } = request.headers;
      const type = headers['content-type'];
      return {
        ...request,
        headers: { ...headers, host: own, ...(type ? { 'content-type': 'application/json' } : {}) },
      };
    },
    // The stream would be let through, and slow routes asked for nothing.
    (route) => route.path.startsWith('/orders'),
  ),
};
