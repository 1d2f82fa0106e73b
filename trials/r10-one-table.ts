import type { OrderState } from '../src/contract/orders.ts';
import { verifyReading } from '../src/server/journal/verify.ts';
import { playTable } from './one-table/play-table.ts';
import type { History, Played } from './one-table/play-table.ts';
import { emptyOrder, tapped, totalOf } from './one-table/table-model.ts';
import type { ModelOrder } from './one-table/table-model.ts';
import { openRestaurant } from './restaurant.ts';
import { Tally } from './tally.ts';
import type { Run, Size, Trial } from './trial.ts';

const sizes = { always: 500, deep: 20_000 } as const;

/** Plays histories and asks the rules about each; `forget` says which accepted taps are hidden from the rules. */
function compareHistories(
  countOf: (size: Size) => number,
  forget: (accepted: readonly Played[]) => readonly Played[] = (accepted) => accepted,
): Run {
  return async (size, random, log, engine) => {
    const tally = new Tally(log);
    const restaurant = await openRestaurant(engine, 1);
    const { till } = restaurant;
    const sums = { taps: 0, refused: 0, rivals: 0 };
    try {
      const terminals = [till.as('owner'), await till.hire('mia', 'manager', '246802')];
      for (let i = 0; i < countOf(size); i += 1) {
        const history = await playTable(restaurant, terminals, 'table-0', random.fork(i));
        checkHistory(tally, history, i, forget);
        sums.taps += history.played.length;
        sums.refused += history.played.filter((one) => !one.state).length;
        sums.rivals += history.rivals.length > 0 ? 1 : 0;
        await clearTable(history, terminals[0]!, till.newKey);
        // Nobody idles here, but the till's clock stands still.
        till.clock.pass(1_000);
      }
      const { whole, firstBad, differences } = await till.deps.database.read((tx) =>
        verifyReading(tx, 'main'),
      );
      tally.check(whole, () => `verify: ${JSON.stringify(firstBad ?? differences)}`);
      return tally.outcome({
        histories: countOf(size),
        taps: sums.taps,
        'refused, as the rules say': sums.refused,
        'both paid at once': sums.rivals,
      });
    } finally {
      await till.close();
    }
  };
}

/** Frees the table for the next party. */
async function clearTable(
  { last }: History,
  owner: { post(path: string, body: object): Promise<{ statusCode: number; payload: string }> },
  newKey: () => string,
): Promise<void> {
  const path = `/orders/${last.order.orderId}`;
  if (last.order.status === 'paid') return;
  const answer =
    last.balance > 0
      ? await owner.post(`${path}/payments`, {
          paymentId: newKey(),
          tenderId: 'cash',
          tendered: last.balance,
          tip: 0,
        })
      : await owner.post(`${path}/cancel`, { reason: 'Left' });
  if (answer.statusCode !== 200) throw new Error(`the table stays taken: ${answer.payload}`);
}

function checkHistory(
  tally: Tally,
  history: History,
  number: number,
  forget: (accepted: readonly Played[]) => readonly Played[],
): void {
  const { opened, played, rivals, last } = history;
  const failedBefore = tally.failed;
  const orderIds = new Set(opened.map((state) => state.order.orderId));
  tally.check(orderIds.size === 1, () => `history ${number}: O5: two orders at one table`);
  const accepted = forget(inJournalOrder(played.filter((one) => one.state)));
  let order: ModelOrder = emptyOrder;
  /** The order as it stood from each journal sequence on. */
  const states = [{ seq: opened[0]?.seq ?? 0, order }];
  for (const one of accepted) {
    const next = tapped(order, one.tap);
    if (!next) {
      tally.check(false, () => `history ${number}: accepted against the rules: ${inWords(one)}`);
      break;
    }
    order = next;
    const state = one.state!;
    states.push({ seq: state.seq, order });
    tally.same(`history ${number}, after ${inWords(one)}`, seenOf(state), expectedOf(order));
  }
  tally.same(`history ${number}, at the end`, seenOf(last), expectedOf(order));
  for (const one of played.filter((each) => !each.state)) {
    tally.check(one.status === 409 || one.status === 404, () => `${inWords(one)}: ${one.status}`);
    const [from, to] = windowOf(one, played);
    const could = states.filter(({ seq }, i) => {
      const until = states[i + 1]?.seq ?? Number.POSITIVE_INFINITY;
      return until > from && seq <= to;
    });
    tally.check(
      could.some((each) => tapped(each.order, one.tap) === undefined),
      () => `history ${number}: refused against the rules (${one.refusal}): ${inWords(one)}`,
    );
  }
  checkMoney(tally, number, last);
  if (rivals.length > 0) {
    const winners = rivals.filter((one) => one.state);
    tally.check(winners.length === 1, () => `history ${number}: ${winners.length} payments won`);
    const told = rivals.every((one) => one.state !== undefined || one.status === 409);
    tally.check(told, () => `history ${number}: the losing payment was not told`);
  }
  if (tally.failed > failedBefore) {
    tally.check(false, () => `history ${number} was: ${played.map(inWords).join(' | ')}`);
  }
}

/** Accepted taps in the order in which the journal has them; a send that sent nothing has no place of its own. */
function inJournalOrder(accepted: readonly Played[]): Played[] {
  const place = (one: Played): number =>
    (one.state?.seq ?? 0) + (one.tap.verb === 'send' ? 0.5 : 0);
  return [...accepted].sort((a, b) => place(a) - place(b));
}

/** Between which journal sequences a refused tap was decided: after all it could know of, before all that came after its answer. */
function windowOf(one: Played, played: readonly Played[]): [number, number] {
  const accepted = played.filter((other) => other.state);
  const seqOf = (other: Played): number => other.state?.seq ?? 0;
  const before = accepted.filter((other) => other.answeredAt < one.sentAt);
  const from = Math.max(0, ...before.map(seqOf));
  const after = accepted.filter((other) => other.sentAt > one.answeredAt);
  // A send that sent nothing answers the sequence before it.
  const ends = after.map((other) => seqOf(other) - (other.tap.verb === 'send' ? 0 : 1));
  const to = Math.min(Number.POSITIVE_INFINITY, ...ends);
  return [from, Math.max(from, to)];
}

/** Σ payments is never more than the total; what was handed over is what was applied, given back and rounded. */
function checkMoney(tally: Tally, number: number, { order, bill, balance }: OrderState): void {
  const applied = order.payments.reduce((sum, payment) => sum + payment.applied, 0);
  tally.check(applied <= bill.total, () => `history ${number}: ${applied} paid of ${bill.total}`);
  tally.same(`history ${number}: balance`, balance, bill.total - applied);
  tally.same(
    `history ${number}: settled`,
    order.status === 'paid',
    bill.total > 0 && balance === 0,
  );
  for (const { tendered, applied, change, tip, rounding } of order.payments) {
    tally.same(`history ${number}: tendered`, tendered, applied + change + tip + rounding);
  }
}

function seenOf({ order, bill, balance }: OrderState): unknown {
  const lines = order.lines.map((line) => [
    line.lineId,
    line.itemId,
    line.quantity,
    line.sentAt !== null,
    line.voided !== null,
  ]);
  return { lines: lines.sort(byId), total: bill.total, balance, paid: order.status === 'paid' };
}

function expectedOf(order: ModelOrder): unknown {
  const lines = order.lines.map((line) => [
    line.lineId,
    line.itemId,
    line.quantity,
    line.sent,
    line.voided,
  ]);
  const total = totalOf(order);
  return { lines: lines.sort(byId), total, balance: total - order.paid, paid: order.settled };
}

function byId(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}

function inWords({ terminal, tap, state, refusal }: Played): string {
  const { verb, ...rest } = tap;
  return `${terminal === 0 ? 'A' : 'B'} ${verb} ${JSON.stringify(rest)} → ${state ? state.seq : refusal}`;
}

/** One terminal's first addition is forgotten, as a till that saves whole documents forgets it. */
function withoutOneAdd(accepted: readonly Played[]): readonly Played[] {
  const lost = accepted.find((one) => one.terminal === 1 && one.tap.verb === 'add');
  return accepted.filter((one) => one !== lost);
}

export const trial: Trial = {
  id: 'R10',
  title: 'Two terminals on one table, against the rules of the trade',
  engines: ['sqlite', 'mysql'],
  run: compareHistories((size) => sizes[size]),
  control: compareHistories(() => 20, withoutOneAdd),
};
