import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import { expectOk, openTestTill, ownerPin } from '../src/server/test-till.ts';
import type { Browser, TestTill } from '../src/server/test-till.ts';
import { makeToken } from './restaurant.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';

const cookieName = 'armorpos_session';
const rounds = { always: 1, deep: 25 } as const;
const tokensCounted = 1_000;
const [miaPin, newPin] = ['246802', '975310'];

const attackSessions: Run = async (size, _random, log) => {
  const tally = new Tally(log);
  for (let round = 0; round < rounds[size]; round += 1) {
    const till = await openTestTill();
    try {
      await till.hire('mia', 'manager', miaPin);
      await checkTokens(tally, till);
      await checkFixation(tally, till);
      await checkSignOut(tally, till);
      await checkOwnPin(tally, till);
      await checkByOwner(tally, till);
      await checkIdle(tally, till);
      await checkStream(tally, till);
    } finally {
      await till.close();
    }
  }
  return tally.outcome({ rounds: rounds[size], tokens: tokensCounted * rounds[size] });
};

function token(browser: Browser): string {
  return browser.cookies.get(cookieName) ?? '';
}

/** A browser that sends a token it was never given. */
function thief(till: TestTill, stolen: string): Browser {
  const browser = till.browser();
  browser.cookies.set(cookieName, stolen);
  return browser;
}

async function expectEnded(tally: Tally, what: string, browser: Browser): Promise<void> {
  const kept = token(browser);
  for (const ask of [
    () => browser.get('/session'),
    () => browser.get('/menu'),
    () => browser.post('/session/activity', {}),
    () => browser.post('/orders', {}),
  ]) {
    browser.cookies.set(cookieName, kept);
    const { statusCode } = await ask();
    tally.check(statusCode === 401, () => `${what}: answered ${statusCode}`);
  }
}

async function expectLive(tally: Tally, what: string, browser: Browser): Promise<void> {
  const { statusCode, payload } = await browser.get('/session');
  tally.check(statusCode === 200, () => `${what}: ${payload}`);
}

async function signIn(till: TestTill, pin: string): Promise<[Browser, LightMyRequestResponse]> {
  const browser = till.browser();
  return [browser, expectOk(await browser.signIn('mia', pin))];
}

/** Enough random bits, never twice, never kept as they are, out of every script's and site's reach. */
async function checkTokens(tally: Tally, till: TestTill): Promise<void> {
  const [browser, answer] = await signIn(till, miaPin);
  const made = token(browser);
  const bits = Buffer.from(made, 'base64url').length * 8;
  tally.check(bits >= 128, () => `a token of ${bits} bits`);
  const cookie = answer.cookies.find(({ name }) => name === cookieName);
  tally.same(
    'the cookie',
    [cookie?.httpOnly, cookie?.sameSite, cookie?.path, cookie?.domain],
    [true, 'Strict', '/', undefined],
  );
  tally.check(!answer.payload.includes(made), () => 'the answer shows the token');
  const seen = new Set<string>();
  const bytes = new Set<number>();
  for (let i = 0; i < tokensCounted; i += 1) {
    const each = await makeToken(till, 'mia');
    seen.add(each);
    const [first = 0] = Buffer.from(each, 'base64url');
    bytes.add(first);
  }
  tally.same('different tokens', seen.size, tokensCounted);
  // Of 256 first bytes, 1,000 draws leave about 5 undrawn; a counter or a clock would leave most.
  tally.check(bytes.size > 220, () => `only ${bytes.size} different first bytes`);
  const rows = await till.deps.database.read((tx) =>
    tx.all(tx.sql.selectFrom('sessions').select('session_hash')),
  );
  const hashed = createHash('sha256').update(made).digest('hex');
  tally.check(
    rows.some((row) => row.session_hash === hashed),
    () => 'the session is not kept by its hash',
  );
  for (const end of ['', '-wal']) {
    const file = readFileSync(join(till.deps.dataDirectory ?? '', `till.db${end}`));
    tally.check(!file.includes(made), () => `the token stands in till.db${end}`);
  }
}

/** A token that was planted before signing in is worth nothing after it. */
async function checkFixation(tally: Tally, till: TestTill): Promise<void> {
  const planted = Buffer.alloc(32, 7).toString('base64url');
  const victim = thief(till, planted);
  expectOk(await victim.signIn('mia', miaPin));
  tally.check(token(victim) !== planted, () => 'the planted token was kept');
  await expectEnded(tally, 'a planted token', thief(till, planted));
  const before = token(victim);
  expectOk(await victim.signIn('mia', miaPin));
  tally.check(token(victim) !== before, () => 'signing in anew kept the token');
  await expectEnded(tally, 'the token before signing in anew', thief(till, before));
}

async function checkSignOut(tally: Tally, till: TestTill): Promise<void> {
  const [browser] = await signIn(till, miaPin);
  const [other] = await signIn(till, miaPin);
  const stolen = token(browser);
  // Commands that race with the sign-out are done or refused; none is accepted after its answer.
  const open = (): ReturnType<Browser['post']> =>
    thief(till, stolen).post('/orders', {
      orderId: till.newKey(),
      dining: 'to_go',
      tableId: null,
      covers: 1,
    });
  const racing = [open(), open(), browser.delete('/session'), open(), open()];
  for (const { statusCode } of await Promise.all(racing)) {
    tally.check([200, 401].includes(statusCode), () => `racing with signing out: ${statusCode}`);
  }
  tally.same('the browser’s cookie', token(browser), '');
  await expectEnded(tally, 'after signing out', thief(till, stolen));
  await expectLive(tally, 'another browser after that', other);
  await till.restart();
  await expectEnded(tally, 'after signing out and a restart', thief(till, stolen));
  await expectLive(tally, 'another browser after a restart', other);
}

async function checkOwnPin(tally: Tally, till: TestTill): Promise<void> {
  const [browser] = await signIn(till, miaPin);
  const [other] = await signIn(till, miaPin);
  expectOk(await browser.post('/session/pin', { pin: miaPin, newPin }));
  await expectLive(tally, 'the browser that changed the PIN', browser);
  await expectEnded(tally, 'another browser after a new PIN', other);
  const { statusCode } = await till.browser().signIn('mia', miaPin);
  tally.same('signing in with the old PIN', statusCode, 401);
}

async function checkByOwner(tally: Tally, till: TestTill): Promise<void> {
  const owner = till.as('owner');
  const mia = { name: 'mia', roleId: 'manager', active: true };
  const [browser] = await signIn(till, newPin);
  expectOk(await owner.put('/staff/mia', { ...mia, pin: miaPin }));
  await expectEnded(tally, 'after the owner gave a new PIN', browser);

  const [demoted] = await signIn(till, miaPin);
  tally.same('a manager’s journal', (await demoted.get('/journal')).statusCode, 200);
  expectOk(await owner.put('/staff/mia', { ...mia, roleId: 'cashier' }));
  tally.same('a cashier’s journal', (await demoted.get('/journal')).statusCode, 403);
  expectOk(await owner.put('/staff/mia', mia));

  const [first] = await signIn(till, miaPin);
  const [second] = await signIn(till, miaPin);
  expectOk(await owner.put('/staff/mia', { ...mia, active: false }));
  await expectEnded(tally, 'after deactivation', first);
  await expectEnded(tally, 'another browser after deactivation', second);
  tally.same('signing in', (await till.browser().signIn('mia', miaPin)).statusCode, 401);
  expectOk(await owner.put('/staff/mia', mia));
  await expectEnded(tally, 'after being active again', first);
  await expectLive(tally, 'the owner after all that', owner);
}

async function checkIdle(tally: Tally, till: TestTill): Promise<void> {
  const minute = 60_000;
  const idle = thief(till, await makeToken(till, 'mia'));
  till.clock.pass(9 * minute);
  await expectLive(tally, 'after 9 of 10 idle minutes', idle);
  till.clock.pass(2 * minute);
  await expectEnded(tally, 'after 11 idle minutes', idle);
  const busy = thief(till, await makeToken(till, 'mia'));
  for (let passed = 0; passed < 16 * 60; passed += 5) {
    till.clock.pass(5 * minute);
    await busy.post('/session/activity', {});
  }
  till.clock.pass(minute);
  await expectEnded(tally, 'after 16 hours in constant use', busy);
  const owner = till.browser();
  expectOk(await owner.signIn(till.ownerId, ownerPin));
}

/** A stream of events ends with its session. */
async function checkStream(tally: Tally, till: TestTill): Promise<void> {
  await till.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = till.app.server.address() as AddressInfo;
  const browser = thief(till, await makeToken(till, 'mia'));
  const answer = await fetch(`http://127.0.0.1:${port}/api/events`, {
    headers: { cookie: `${cookieName}=${token(browser)}` },
    signal: AbortSignal.timeout(30_000),
  });
  expectOk(await browser.delete('/session'));
  try {
    for await (const part of answer.body ?? []) void part;
    tally.check(true, () => '');
  } catch (error) {
    tally.check(false, () => `the stream went on after signing out: ${String(error)}`);
  }
}

export const trial: Trial = {
  id: 'A5',
  title: 'Sessions after sign-out, deactivation, new PIN, idling; fixation; tokens',
  run: attackSessions,
};
