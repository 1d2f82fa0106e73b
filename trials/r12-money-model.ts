import { money, negate, roundToStep, splitEvenly } from '../src/domain/money.ts';
import { billOfOrder } from '../src/domain/order/bill-of-order.ts';
import { applyTender } from '../src/domain/order/take-payment.ts';
import { modelBill, modelCash, modelChange, modelSplit } from './money-model/model-bill.ts';
import type { Figures } from './money-model/model-bill.ts';
import { randomBill } from './money-model/random-bill.ts';
import type { PlainBill } from './money-model/random-bill.ts';
import { figuresOf, tillBill, tillOrder } from './money-model/till-bill.ts';
import type { Outcome, Run, Size, Trial } from './trial.ts';

const sizes = { always: 20_000, deep: 1_000_000 } as const;
const shownFailures = 5;

/** Asks the till and the model about the same bills; `twist` changes what the model is asked, for the control. */
function compareBills(
  countOf: (size: Size) => number,
  twist: (bill: PlainBill) => PlainBill = (bill) => bill,
): Run {
  return async (size, random, log): Promise<Outcome> => {
    const count = countOf(size);
    let failed = 0;
    let lines = 0;
    let paid = 0;
    for (let i = 0; i < count; i += 1) {
      const bill = randomBill(random.fork(i));
      const differences = differencesOf(bill, twist(bill));
      lines += bill.lines.length;
      paid += isPayable(bill) ? 1 : 0;
      if (differences.length === 0) continue;
      failed += 1;
      if (failed <= shownFailures) {
        log(`bill ${i}: ${differences.join('; ')}\n${inWords(bill)}`);
      }
    }
    return {
      passed: count - failed,
      failed,
      figures: { bills: count, lines, 'paid in cash': paid },
    };
  };
}

/** What the till says otherwise than the model, in words; empty where they agree to the minor unit. */
function differencesOf(bill: PlainBill, asked: PlainBill): string[] {
  const till = tillBill(bill);
  const figures = figuresOf(till);
  const model = modelBill(asked);
  return [
    ...unlike('bill', inWords(figures), inWords(model)),
    ...unlike('refund', inWords(figuresOf(tillBill(bill, -1))), inWords(reversed(model))),
    ...unlike(
      'split',
      inWords(splitEvenly(till.total, bill.guests)),
      inWords(modelSplit(model.total, asked.guests)),
    ),
    ...unlike(
      'tax split',
      inWords(splitEvenly(till.tax, bill.guests)),
      inWords(modelSplit(model.tax, asked.guests)),
    ),
    ...unlike(
      'cash',
      String(roundToStep(till.total, bill.cashStep)),
      String(modelCash(model.total, asked.cashStep)),
    ),
    ...unlike(
      'cash back',
      String(roundToStep(negate(till.total), bill.cashStep)),
      String(-modelCash(model.total, asked.cashStep)),
    ),
    ...(isPayable(bill) ? cashDifferences(bill, model) : []),
  ];
}

/** Rung up as an order, the total is the same; so is what a guest's cash does to it. */
function cashDifferences(bill: PlainBill, model: Figures): string[] {
  const order = tillOrder(bill);
  const outcome = applyTender(order, {
    kind: 'cash',
    tendered: money(bill.tendered),
    tip: money(0),
  });
  const expected = modelChange(model.total, bill.cashStep, BigInt(bill.tendered));
  const isNothing = expected.applied === 0n && model.total > 0n;
  return [
    ...unlike('order', inWords(figuresOf(billOfOrder(order))), inWords(model)),
    ...unlike(
      'payment',
      outcome.ok
        ? inWords([outcome.value.applied, outcome.value.change, outcome.value.rounding])
        : outcome.refusal.code,
      isNothing
        ? 'payment_is_nothing'
        : inWords([expected.applied, expected.change, expected.rounding]),
    ),
  ];
}

function isPayable(bill: PlainBill): boolean {
  return (
    !bill.charge && bill.orderDiscount === 0 && bill.lines.every((line) => line.discount === 0)
  );
}

function reversed(figures: Figures): Figures {
  return {
    gross: -figures.gross,
    discounts: -figures.discounts,
    charge: -figures.charge,
    tax: -figures.tax,
    net: -figures.net,
    total: -figures.total,
    lines: figures.lines.map((line) => ({
      discount: -line.discount,
      tax: -line.tax,
      total: -line.total,
    })),
    rows: new Map(
      [...figures.rows].map(([row, { base, tax }]) => [row, { base: -base, tax: -tax }]),
    ),
  };
}

function unlike(what: string, till: string, model: string): string[] {
  return till === model ? [] : [`${what}: till ${till}, model ${model}`];
}

/** JSON with whole numbers of either kind as digits, and tax rows in the order of their names. */
function inWords(what: unknown): string {
  return JSON.stringify(what, (_key, value: unknown) => {
    if (typeof value === 'bigint') return Number(value);
    return value instanceof Map
      ? [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      : value;
  });
}

/** A model that rounds per line what the till rounds per rate, and the reverse, must disagree. */
function roundedOtherwise(bill: PlainBill): PlainBill {
  return { ...bill, perLine: !bill.perLine };
}

export const trial: Trial = {
  id: 'R12',
  title: 'Money against an independent model in exact fractions',
  run: compareBills((size) => sizes[size]),
  control: compareBills(() => 1000, roundedOtherwise),
};
