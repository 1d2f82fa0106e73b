import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getWelcome, signIn } from '../../contract/site.ts';
import { saveRole } from '../../contract/staff.ts';
import { call } from './call.ts';
import { command } from './command.ts';
import { Problem, Unreachable } from './problem.ts';

type Sent = { address: string; method: string; key: string | null; body: string };

const sent: Sent[] = [];
let answers: (() => Response)[] = [];

function json(status: number, body: unknown): () => Response {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
}
const lost = (): Response => {
  throw new TypeError('Failed to fetch');
};
const busy = json(503, { code: 'busy', status: 503, title: 'Busy', reference: 'r1' });
const role = { params: { roleId: 'waiter' }, body: { name: 'Waiter', permissions: [] } };

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    sent.push({
      address,
      method: String(request.method),
      key: new Headers(request.headers).get('idempotency-key'),
      body: String(request.body ?? ''),
    });
    const answer = answers.shift();
    if (!answer) throw new Error('asked more often than expected');
    return answer();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const all = Promise.allSettled([promise]);
  await vi.runAllTimersAsync();
  const [result] = await all;
  return result;
}

describe('a tap that writes', () => {
  test('O2: a lost answer and a busy server are asked again with the same key', async () => {
    answers = [lost, busy, json(200, { seq: 7 })];
    expect(await settled(command(saveRole, role))).toEqual({
      status: 'fulfilled',
      value: { seq: 7 },
    });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((one) => one.key)).size).toBe(1);
    expect(sent[0]).toMatchObject({ address: '/api/roles/waiter', method: 'PUT' });
  });

  test('O2: two taps carry two keys', async () => {
    answers = [json(200, { seq: 7 }), json(200, { seq: 8 })];
    await settled(command(saveRole, role));
    await settled(command(saveRole, role));
    expect(new Set(sent.map((one) => one.key)).size).toBe(2);
  });

  test('a refusal is thrown with its code and is not asked again', async () => {
    answers = [json(409, { code: 'name_taken', status: 409, title: 'Taken', reference: 'r2' })];
    const result = await settled(command(saveRole, role));
    expect(result.status === 'rejected' && result.reason).toBeInstanceOf(Problem);
    expect(result).toMatchObject({ reason: { code: 'name_taken', reference: 'r2' } });
    expect(sent).toHaveLength(1);
  });

  test('without any answer it gives up and says that the till is unreachable', async () => {
    answers = [lost, lost, lost, lost];
    const result = await settled(command(saveRole, role));
    expect(result.status === 'rejected' && result.reason).toBeInstanceOf(Unreachable);
  });

  test('U1: a PIN is sent once, or a retry would count as a second wrong one', async () => {
    answers = [lost];
    await settled(command(signIn, { body: { staffId: 'maya', pin: '1234' } }));
    expect(sent).toHaveLength(1);
  });
});

describe('a call', () => {
  test('something else that answers on the address is not taken for the till', async () => {
    answers = [() => new Response('<html>', { status: 502 })];
    const result = await settled(call(getWelcome, {}));
    expect(result.status === 'rejected' && result.reason).toBeInstanceOf(Unreachable);
  });
});
