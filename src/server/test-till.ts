import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Deps } from './deps.ts';
import { buildApp } from './http/build-app.ts';
import { createAnnouncer } from './journal/announcer.ts';
import { newId } from './new-id.ts';
import { makeSecrets } from './secrets.ts';
import { makeTestDatabase } from './test-database.ts';
import type { Engine } from './test-database.ts';

/** Friday 13 March 2026, 18:00 in Berlin. */
const opening = Date.parse('2026-03-13T17:00:00Z');
export const ownerPin = '135790';

/** The set-up of a trattoria in Berlin, with prices including 19 % or 7 % tax. */
export const trattoria = {
  name: 'Trattoria Blu',
  address: 'Hauptstraße 1\n10827 Berlin',
  country: 'DE',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  cutoff: '04:00',
  taxMode: 'inclusive',
  taxRounding: 'rate',
  cashStep: 0,
  taxes: [
    { name: 'MwSt 19 %', ratePpm: 190_000 },
    { name: 'MwSt 7 %', ratePpm: 70_000 },
  ],
  owner: { name: 'Olga Owner', pin: ownerPin },
};

export type Clock = {
  now(): number;
  set(at: number): void;
  pass(ms: number): void;
};
type Payload = InjectOptions['payload'];
/** A key or headers other than the usual ones. */
export type Asking = {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
};
/** A browser: it keeps its cookies, and makes a new Idempotency-Key for each write. */
export type Browser = {
  readonly cookies: Map<string, string>;
  get(path: string, asking?: Asking): Promise<LightMyRequestResponse>;
  post(path: string, body?: Payload, asking?: Asking): Promise<LightMyRequestResponse>;
  put(path: string, body?: Payload, asking?: Asking): Promise<LightMyRequestResponse>;
  delete(path: string, asking?: Asking): Promise<LightMyRequestResponse>;
  signIn(staffId: string, pin: string): Promise<LightMyRequestResponse>;
};

export type TestTill = {
  readonly deps: Deps;
  readonly app: FastifyInstance;
  readonly clock: Clock;
  readonly ownerId: string;
  readonly recoveryCode: string;
  newKey(): string;
  /** A browser that nobody has used yet. */
  browser(): Browser;
  /** The browser at which somebody signed in: 'owner', or a person whom `hire` made. */
  as(name: string): Browser;
  /** Makes a person of a role and signs them in on a browser of their own; their name is their id. */
  hire(
    name: string,
    roleId: 'owner' | 'manager' | 'cashier' | (string & {}),
    pin: string,
  ): Promise<Browser>;
  /** The types of all journal entries after this sequence, in order. */
  journaled(after?: number): Promise<string[]>;
  seq(): Promise<number>;
  /** Stops the till and starts it anew on the same database, with the same keys, clock and browsers. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** A whole till for tests: a database of its own, a clock that is told the time, and `buildApp` in front. */
export async function openTestTill(
  options: {
    readonly setUp?: boolean;
    readonly site?: Partial<typeof trattoria>;
    /** Where the run's own is not meant. */
    readonly engine?: Engine;
    /** For a till that must do the same each time: its chance and its keys. */
    readonly chance?: Pick<Deps, 'randomBytes' | 'secrets'>;
  } = {},
): Promise<TestTill> {
  const clock = makeClock();
  const testDatabase = await makeTestDatabase(clock.now(), options.engine);
  const world = {
    site: 'main',
    version: '0.0.0-test',
    now: clock.now,
    randomBytes,
    secrets: makeSecrets(),
    ...options.chance,
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    dataDirectory: testDatabase.directory,
    pages: null,
  };
  const start = async (): Promise<{ deps: Deps; app: FastifyInstance }> => {
    const database = await testDatabase.open();
    const announcer = createAnnouncer(database, world.site, (error) => world.log.error(error));
    const deps = { ...world, database, announcer };
    return { deps, app: await buildApp(deps) };
  };
  let running = await start();
  const people = new Map<string, Browser>();
  const newKey = (): string => newId(clock.now(), world.randomBytes);
  const browser = (): Browser => makeBrowser(() => running.app, newKey);
  const stop = async (): Promise<void> => {
    await running.app.close();
    await running.deps.announcer.stop();
    await running.deps.database.close();
  };
  const as = (name: string): Browser => {
    const found = people.get(name);
    if (!found) throw new Error(`nobody called ${name} signed in`);
    return found;
  };

  let ownerId = '';
  let recoveryCode = '';
  if (options.setUp !== false) {
    const owner = browser();
    const made = expectOk(await owner.post('/setup', { ...trattoria, ...options.site }));
    ({ staffId: ownerId, recoveryCode } = made.json());
    people.set('owner', owner);
  }

  return {
    get deps() {
      return running.deps;
    },
    get app() {
      return running.app;
    },
    clock,
    ownerId,
    recoveryCode,
    newKey,
    browser,
    as,
    async hire(name, roleId, pin) {
      const person = { name, roleId, active: true, pin };
      expectOk(await as('owner').put(`/staff/${name}`, person));
      const hired = browser();
      expectOk(await hired.signIn(name, pin));
      people.set(name, hired);
      return hired;
    },
    async journaled(after = 0) {
      const rows = await running.deps.database.read((tx) =>
        tx.all(tx.sql.selectFrom('journal').select('type').where('seq', '>', after).orderBy('seq')),
      );
      return rows.map((row) => row.type);
    },
    async seq() {
      const head = await running.deps.database.read((tx) =>
        tx.first(tx.sql.selectFrom('journal_heads').select('seq')),
      );
      return head?.seq ?? 0;
    },
    async restart() {
      await stop();
      running = await start();
    },
    async close() {
      await stop();
      await testDatabase.remove();
    },
  };
}

function makeClock(): Clock {
  let at = opening;
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
    pass: (ms) => {
      at += ms;
    },
  };
}

function makeBrowser(app: () => FastifyInstance, newKey: () => string): Browser {
  const cookies = new Map<string, string>();
  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload: Payload,
    { key = newKey(), headers = {} }: Asking = {},
  ): Promise<LightMyRequestResponse> {
    const sent = {
      host: '127.0.0.1:4747',
      ...(cookies.size > 0
        ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
        : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': key }),
      ...headers,
    };
    const answer = await app().inject({
      method,
      url: `/api${path}`,
      // A header set to undefined is one that this request does without.
      headers: Object.fromEntries(
        Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  return {
    cookies,
    get: (path, asking) => ask('GET', path, undefined, asking),
    post: (path, body = {}, asking) => ask('POST', path, body, asking),
    put: (path, body = {}, asking) => ask('PUT', path, body, asking),
    delete: (path, asking) => ask('DELETE', path, undefined, asking),
    signIn: (staffId, pin) => ask('POST', '/session', { staffId, pin }),
  };
}

/** The same answer, if it is one; otherwise an error that says which refusal came. */
export function expectOk(answer: LightMyRequestResponse): LightMyRequestResponse {
  if (answer.statusCode === 200) return answer;
  throw new Error(`${answer.statusCode}: ${answer.payload}`);
}
