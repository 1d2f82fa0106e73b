import type { LightMyRequestResponse } from 'fastify';
import { routes } from '../src/contract/routes.ts';
import type { Access, Route } from '../src/contract/route.ts';
import { startingRoles } from '../src/domain/permission.ts';
import { expectOk } from '../src/server/test-till.ts';
import { codeOf, requestFor, sendRequest } from './contract/ask-route.ts';
import { makeToken, openRestaurant } from './restaurant.ts';
import type { Restaurant } from './restaurant.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';

/** Somebody who asks: how they are signed in, and what they may. */
type Caller = {
  readonly name: string;
  readonly staffId: string | null;
  readonly signedIn: boolean;
  readonly permissions: readonly string[];
};
type Verdict = 'allowed' | 'not_signed_in' | 'permission_missing' | 'missing route';

/** Asks every route as everybody; `accessOf` says who may, as the contract declares it. */
function matrix(accessOf: (route: Route) => Access): Run {
  return async (_size, _random, log) => {
    const tally = new Tally(log);
    const restaurant = await openRestaurant();
    try {
      const callers = await hireEverybody(restaurant);
      let unexpected = 0;
      const rows: string[] = [
        tableRow(
          'route',
          callers.map((caller) => caller.name),
        ),
      ];
      for (const route of routes) {
        const cells: string[] = [];
        for (const caller of callers) {
          const verdict = await ask(restaurant, route, caller);
          const expected = expectedFor(accessOf(route), caller);
          if (expected !== 'allowed' && verdict.status < 300) unexpected += 1;
          tally.check(
            verdict.verdict === expected,
            () => `${route.name} as ${caller.name}: ${verdict.words}, expected ${expected}`,
          );
          cells.push(
            verdict.verdict === 'allowed' ? `yes ${verdict.status}` : `no ${verdict.status}`,
          );
        }
        rows.push(tableRow(`${route.method} ${route.path}`, cells));
      }
      return tally.outcome(
        { routes: routes.length, callers: callers.length, 'unexpected 2xx': unexpected },
        rows,
      );
    } finally {
      await restaurant.till.close();
    }
  };
}

async function hireEverybody({ till }: Restaurant): Promise<Caller[]> {
  const owner = till.as('owner');
  const nothing = { name: 'Nothing', permissions: [] };
  expectOk(await owner.put('/roles/nothing', nothing));
  await till.hire('mia', 'manager', '246802');
  await till.hire('carl', 'cashier', '468024');
  await till.hire('nora', 'nothing', '680246');
  await till.hire('dan', 'manager', '802468');
  // Deactivated, with a session row that an older database may still hold.
  expectOk(await owner.put('/staff/dan', { name: 'dan', roleId: 'manager', active: false }));
  const { manager, cashier } = startingRoles;
  const all = startingRoles.owner.permissions;
  return [
    { name: 'anonymous', staffId: null, signedIn: false, permissions: [] },
    { name: 'deactivated', staffId: 'dan', signedIn: false, permissions: [] },
    { name: 'nothing', staffId: 'nora', signedIn: true, permissions: [] },
    { name: 'cashier', staffId: 'carl', signedIn: true, permissions: cashier.permissions },
    { name: 'manager', staffId: 'mia', signedIn: true, permissions: manager.permissions },
    { name: 'owner', staffId: till.ownerId, signedIn: true, permissions: all },
  ];
}

function expectedFor(access: Access, caller: Caller): Verdict {
  if (access === 'anyone') return 'allowed';
  if (!caller.signedIn) return 'not_signed_in';
  if (access === 'signed_in') return 'allowed';
  return caller.permissions.includes(access) ? 'allowed' : 'permission_missing';
}

/** Sends an input that the route takes, so that nothing but access can stand in its way. */
async function ask(
  { till }: Restaurant,
  route: Route,
  caller: Caller,
): Promise<{ verdict: Verdict; status: number; words: string }> {
  // A session of its own for each request: some routes end the one they are asked with.
  const cookie =
    caller.staffId === null ? '' : `armorpos_session=${await makeToken(till, caller.staffId)}`;
  const url = `/api${route.path}`;
  if (!till.app.hasRoute({ method: route.method, url })) {
    return { verdict: 'missing route', status: 404, words: 'no such route is served' };
  }
  // A stream that is allowed never ends; that it began is known by its first bytes.
  if (route.name === 'followEvents') return askStream(till.app.inject.bind(till.app), url, cookie);
  const request = requestFor(route, till.newKey());
  return verdictOf(await sendRequest(till.app, request, { cookie }));
}

function verdictOf(answer: LightMyRequestResponse): {
  verdict: Verdict;
  status: number;
  words: string;
} {
  const code = codeOf(answer);
  const verdict = code === 'not_signed_in' || code === 'permission_missing' ? code : 'allowed';
  return { verdict, status: answer.statusCode, words: `${answer.statusCode} ${code}` };
}

async function askStream(
  inject: Restaurant['till']['app']['inject'],
  url: string,
  cookie: string,
): Promise<{ verdict: Verdict; status: number; words: string }> {
  const answer = await inject({
    method: 'GET',
    url,
    headers: { host: '127.0.0.1:4747', cookie },
    payloadAsStream: true,
  });
  if (answer.statusCode === 200) {
    answer.stream().destroy();
    return { verdict: 'allowed', status: 200, words: '200' };
  }
  let text = '';
  for await (const part of answer.stream()) text += String(part);
  const { code } = JSON.parse(text) as { code: string };
  const verdict = code === 'permission_missing' ? code : 'not_signed_in';
  return { verdict, status: answer.statusCode, words: `${answer.statusCode} ${code}` };
}

function tableRow(first: string, cells: readonly string[]): string {
  return `${first.padEnd(52)}${cells.map((cell) => cell.padEnd(13)).join('')}`;
}

export const trial: Trial = {
  id: 'A1',
  title: 'Every route as anonymous, deactivated and each role',
  run: matrix((route) => route.access),
  // Were every route declared open to whoever signs in, the till must be seen to refuse more than that.
  control: matrix((route) => (route.access === 'anyone' ? 'anyone' : 'signed_in')),
};
