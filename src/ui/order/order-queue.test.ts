import { beforeEach, describe, expect, test } from 'vitest';
import type { OrderState } from '../../contract/orders.ts';
import { Problem, Unreachable } from '../api/problem.ts';
import type { OrderCommand } from './order-command.ts';
import { createOrderQueue } from './order-queue.ts';
import type { OrderQueue } from './order-queue.ts';

type Sent = { command: OrderCommand; orderId: string; key: string };

let sent: Sent[] = [];
let answers: (OrderState | Error)[] = [];
let answered: number[] = [];
let refetched: string[] = [];
let person: string | null = 'maya';
let held: (() => void) | undefined;
let queue: OrderQueue;

/** The queue looks at nothing of the state but the order's id. */
function state(seq: number, orderId = 'order'): OrderState {
  return { order: { orderId }, seq } as OrderState;
}
const refusal = (code: 'item_sold_out' | 'not_signed_in' | 'table_not_found') =>
  new Problem({ code, status: 409, title: code, reference: 'r1' });
const more = (lineId: string): OrderCommand => ({ do: 'changeQuantity', lineId, by: 1 });
const add = (lineId: string): OrderCommand => ({
  do: 'addLine',
  lineId,
  // The queue never looks at what is added.
  item: { name: lineId } as (OrderCommand & { do: 'addLine' })['item'],
  quantity: 1,
  note: '',
});
const open: OrderCommand = {
  do: 'open',
  dining: 'here',
  tableId: 't7',
  table: '7',
  covers: 0,
  rules: { taxRounding: 'rate', rounding: 'half_away', cashStep: 0 },
};
const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  sent = [];
  answers = [];
  answered = [];
  refetched = [];
  person = 'maya';
  held = undefined;
  let keys = 0;
  queue = createOrderQueue('order', {
    send: async (command, orderId, key) => {
      sent.push({ command, orderId, key });
      await settle();
      const answer = answers.shift();
      if (!answer) return new Promise(() => undefined);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    newKey: () => `key ${(keys += 1)}`,
    person: () => person,
    // Nobody waits here until the test says so.
    wait: () =>
      new Promise((resolve) => {
        held = resolve;
      }),
    onAnswer: ({ seq }) => answered.push(seq),
    onRefused: (orderId) => refetched.push(orderId),
  });
});

describe('taps on their way to the server', () => {
  test('O2: each goes under its own key, the next one only after the answer', async () => {
    answers = [state(1)];
    quietly(queue.add(more('a')));
    quietly(queue.add(more('b')));
    expect(sent).toHaveLength(1);
    expect(queue.view().pending).toHaveLength(2);
    await settle();
    await settle();
    expect(sent.map((each) => each.key)).toEqual(['key 1', 'key 2']);
    expect(queue.view().pending).toEqual([more('b')]);
    expect(answered).toEqual([1]);
  });

  test('O2: a lost answer keeps the tap, says so, and asks again with the same key', async () => {
    answers = [new Unreachable('cut'), state(1)];
    const done = queue.add(more('a'));
    await settle();
    await settle();
    expect(queue.view().stalledBy).toBeInstanceOf(Unreachable);
    expect(queue.view().pending).toHaveLength(1);
    held?.();
    expect((await done).seq).toBe(1);
    expect(sent.map((each) => each.key)).toEqual(['key 1', 'key 1']);
    expect(queue.view()).toMatchObject({ pending: [], stalledBy: null });
  });

  test('a refusal drops that tap alone, is kept to be read, and fetches the order again', async () => {
    answers = [refusal('item_sold_out'), state(2)];
    const first = queue.add(add('a'));
    const second = queue.add(more('z'));
    await expect(first).rejects.toMatchObject({ code: 'item_sold_out' });
    expect((await second).seq).toBe(2);
    expect(queue.view().refused).toMatchObject([{ id: 'key 1', command: add('a') }]);
    expect(refetched).toEqual(['order']);
    queue.forgetRefused('key 1');
    expect(queue.view().refused).toEqual([]);
  });

  test('what was tapped on a refused line goes with it, and is not reported twice', async () => {
    answers = [refusal('item_sold_out')];
    quietly(queue.add(add('a')));
    quietly(queue.add(more('a')));
    await settle();
    await settle();
    expect(sent).toHaveLength(1);
    expect(queue.view().pending).toEqual([]);
    expect(queue.view().refused).toHaveLength(1);
  });

  test('an order that was not opened takes all its taps with it', async () => {
    answers = [refusal('table_not_found')];
    quietly(queue.add(open));
    quietly(queue.add(add('a')));
    quietly(queue.add({ do: 'send' }));
    await settle();
    await settle();
    expect(queue.view().pending).toEqual([]);
    expect(queue.view().refused).toHaveLength(1);
  });

  test('O5: at a table that has an order already, the rest goes to that one', async () => {
    answers = [state(1, 'theirs'), state(2, 'theirs')];
    quietly(queue.add(open));
    await queue.add(add('a'));
    expect(sent.map((each) => each.orderId)).toEqual(['order', 'theirs']);
    expect(queue.view().orderId).toBe('theirs');
  });

  test('a refusal that somebody waits for is theirs to show', async () => {
    answers = [refusal('item_sold_out')];
    await expect(queue.add(more('a'), { quiet: true })).rejects.toBeInstanceOf(Problem);
    expect(queue.view().refused).toEqual([]);
  });

  test('U5: signed out, a tap is kept; the same person’s next sign-in sends it under its key', async () => {
    answers = [refusal('not_signed_in'), state(1)];
    const done = queue.add(more('a'));
    await settle();
    await settle();
    expect(queue.view()).toMatchObject({ pending: [more('a')], heldFor: 'maya' });
    queue.resume();
    expect((await done).seq).toBe(1);
    expect(sent.map((each) => each.key)).toEqual(['key 1', 'key 1']);
  });

  test('S3: another person’s taps are offered, not sent as one’s own', async () => {
    answers = [refusal('not_signed_in'), state(1)];
    const done = queue.add(more('a'));
    await settle();
    await settle();
    person = 'marco';
    queue.resume();
    await settle();
    expect(sent).toHaveLength(1);
    expect(queue.view().heldFor).toBe('maya');
    queue.takeOver();
    expect((await done).seq).toBe(1);
  });

  test('taking back drops what was never asked, never what is in doubt', async () => {
    answers = [new Unreachable('cut'), state(1)];
    quietly(queue.add(more('a')));
    const second = queue.add(more('b'));
    await settle();
    await settle();
    queue.dropUnsent();
    await expect(second).rejects.toThrow('taken back');
    expect(queue.view().pending).toEqual([more('a')]);
    held?.();
    await settle();
    await settle();
    expect(queue.view().pending).toEqual([]);
    expect(sent).toHaveLength(2);
  });

  test('what the server says otherwise waits until no tap is in doubt', async () => {
    answers = [new Unreachable('cut'), state(1)];
    quietly(queue.add(more('a')));
    let isQuiet = false;
    const watch = async () => {
      await queue.settled();
      isQuiet = true;
    };
    void watch();
    await settle();
    await settle();
    expect(isQuiet).toBe(false);
    held?.();
    await settle();
    await settle();
    expect(isQuiet).toBe(true);
  });
});
