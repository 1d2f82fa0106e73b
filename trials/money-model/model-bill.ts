import {
  by,
  compare,
  floor,
  minus,
  over,
  plus,
  rational,
  rounded,
  sumOf,
  zero,
} from './rational.ts';
import type { Mode, Rational } from './rational.ts';
import type { PlainBill, PlainTax } from './random-bill.ts';

/** The figures of a bill that must agree to the minor unit; tax rows by "tax rate mode". */
export type Figures = {
  readonly gross: bigint;
  readonly discounts: bigint;
  readonly charge: bigint;
  readonly tax: bigint;
  readonly net: bigint;
  readonly total: bigint;
  readonly lines: readonly {
    readonly discount: bigint;
    readonly tax: bigint;
    readonly total: bigint;
  }[];
  readonly rows: ReadonlyMap<string, { readonly base: bigint; readonly tax: bigint }>;
};

type Priced = { price: bigint; taxes: readonly PlainTax[]; inclusive: boolean };
type Share = { of: number; row: string; exact: Rational };

/** What M2–M6 say a bill comes to, in exact fractions until a rule says "round". Knows nothing of the till. */
export function modelBill(bill: PlainBill): Figures {
  const gross = bill.lines.map(
    (line) =>
      BigInt(line.quantity) *
      (BigInt(line.unitPrice) + line.modifiers.reduce((sum, each) => sum + BigInt(each), 0n)),
  );
  const ownDiscount = bill.lines.map((line, i) => least(BigInt(line.discount), at(gross, i)));
  const left = gross.map((each, i) => each - at(ownDiscount, i));
  const ofOrder = largestRemainder(
    least(BigInt(bill.orderDiscount), total(left)),
    left.map((each) => rational(each)),
  );
  const discount = ownDiscount.map((each, i) => each + at(ofOrder, i));
  const charged = gross.map((each, i) => each - at(discount, i));
  const charge = bill.charge
    ? rounded(by(rational(total(charged)), rate(bill.charge.ratePpm)), 'half_away') +
      BigInt(bill.charge.fixed)
    : 0n;
  const priced: Priced[] = bill.lines.map((line, i) => ({ ...line, price: at(charged, i) }));
  if (bill.charge && charge !== 0n) priced.push({ ...bill.charge, price: charge });

  const { taxOf, rows } = taxesOf(priced, bill.perLine, bill.mode);
  const owed = priced.map((each, i) => each.price + (each.inclusive ? 0n : at(taxOf, i)));
  const tax = total(taxOf);
  return {
    gross: total(gross),
    discounts: total(discount),
    charge,
    tax,
    net: total(owed) - tax,
    total: total(owed),
    lines: bill.lines.map((_, i) => ({
      discount: at(discount, i),
      tax: at(taxOf, i),
      total: at(owed, i),
    })),
    rows,
  };
}

/** M3, M4: each tax on each price exactly, then rounded there, or summed over the bill and rounded once. */
function taxesOf(
  priced: readonly Priced[],
  perLine: boolean,
  mode: Mode,
): { taxOf: bigint[]; rows: Map<string, { base: bigint; tax: bigint }> } {
  const shares = priced.flatMap((each, of): Share[] => {
    const all = sumOf(each.taxes.map((tax) => rate(tax.ratePpm)));
    return each.taxes.map((tax) => {
      const onTop = by(rational(each.price), rate(tax.ratePpm));
      const exact = each.inclusive ? over(onTop, plus(rational(1n), all)) : onTop;
      return { of, row: `${tax.id} ${tax.ratePpm} ${each.inclusive ? 'in' : 'ex'}`, exact };
    });
  });
  const taxOf = priced.map(() => 0n);
  const taxOfRow = new Map<string, bigint>();
  for (const row of new Set(shares.map((share) => share.row))) {
    const members = shares.filter((share) => share.row === row);
    const exact = members.map((share) => share.exact);
    const parts = perLine
      ? exact.map((each) => rounded(each, mode))
      : largestRemainder(rounded(sumOf(exact), mode), exact);
    members.forEach((share, i) => {
      taxOf[share.of] = at(taxOf, share.of) + at(parts, i);
    });
    taxOfRow.set(row, total(parts));
  }
  const rows = new Map(
    [...taxOfRow].map(([row, tax]) => {
      const bases = shares
        .filter((share) => share.row === row)
        .map(
          ({ of }) =>
            at(
              priced.map((each) => each.price),
              of,
            ) - (priced[of]?.inclusive ? at(taxOf, of) : 0n),
        );
      return [row, { base: total(bases), tax }];
    }),
  );
  return { taxOf, rows };
}

/** M2: whole parts by weight; what is left over goes one by one to the largest fractions, the earliest first. */
export function largestRemainder(amount: bigint, weights: readonly Rational[]): bigint[] {
  const all = sumOf(weights);
  if (compare(all, zero) === 0) {
    return weights.length === 0 || amount === 0n
      ? weights.map(() => 0n)
      : largestRemainder(
          amount,
          weights.map(() => rational(1n)),
        );
  }
  const exact = weights.map((weight) => over(by(rational(amount), weight), all));
  const parts = exact.map(floor);
  const order = exact
    .map((each, i) => ({ i, rest: minus(each, rational(floor(each))) }))
    .sort((a, b) => compare(b.rest, a.rest) || a.i - b.i);
  for (const { i } of order.slice(0, Number(amount - total(parts)))) parts[i] = at(parts, i) + 1n;
  return parts;
}

/** P4: the nearest amount that the smallest coin can pay; halfway away from zero. */
export function modelCash(amount: bigint, step: number): bigint {
  if (step <= 1) return amount;
  return rounded(rational(amount, step), 'half_away') * BigInt(step);
}

/** P2, P4: what becomes of cash put down for an amount that is due. */
export function modelChange(
  due: bigint,
  step: number,
  tendered: bigint,
): { applied: bigint; change: bigint; rounding: bigint } {
  const inCoins = modelCash(due, step);
  if (tendered >= inCoins)
    return { applied: due, change: tendered - inCoins, rounding: inCoins - due };
  const applied = least(tendered, due);
  return { applied, change: 0n, rounding: tendered - applied };
}

/** P3: every guest the same, the odd minor units to the first. */
export function modelSplit(amount: bigint, guests: number): bigint[] {
  const each = amount / BigInt(guests);
  const odd = amount % BigInt(guests);
  return Array.from({ length: guests }, (_, i) => (BigInt(i) < odd ? each + 1n : each));
}

const rate = (ppm: number): Rational => rational(ppm, 1_000_000n);
const total = (all: readonly bigint[]): bigint => all.reduce((a, b) => a + b, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const at = (all: readonly bigint[], i: number): bigint => all[i] ?? 0n;
