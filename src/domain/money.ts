declare const moneyBrand: unique symbol;

/** A whole number of minor units of the site's currency (M1): 12.50 EUR is 1250. */
export type Money = number & { readonly [moneyBrand]: true };

/** A sum went beyond 2^53−1 (M1); the server answers it as the refusal `amount_too_large`. */
export class AmountTooLarge extends RangeError {
  override name = 'AmountTooLarge';
}

/** Makes Money of a whole number of minor units; anything else is refused (M1). */
export function money(minor: number): Money {
  if (!Number.isSafeInteger(minor)) throw new AmountTooLarge(`not a whole safe amount: ${minor}`);
  // -0 would print as "-0" and differ from 0 in canonical JSON.
  return (minor === 0 ? 0 : minor) as Money;
}

export const nothing = money(0);

export function add(...amounts: readonly Money[]): Money {
  let sum = 0;
  for (const amount of amounts) sum = money(sum + amount);
  return money(sum);
}

export function subtract(from: Money, amount: Money): Money {
  return money(from - amount);
}

/** Unit price × a whole quantity. */
export function times(amount: Money, quantity: number): Money {
  return money(amount * quantity);
}

export function negate(amount: Money): Money {
  return money(-amount);
}

export function smaller(a: Money, b: Money): Money {
  return a < b ? a : b;
}

/** How a fraction of a minor unit is settled; `half_away` unless a site says otherwise (M2). */
export type Rounding = 'half_away' | 'half_even' | 'down';

/** numerator ÷ denominator to a whole minor unit; symmetric about zero, so round(-x) = -round(x) (M2). */
export function roundRatio(numerator: bigint, denominator: bigint, rounding: Rounding): Money {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const whole = magnitude / denominator;
  const twice = (magnitude % denominator) * 2n;
  const up =
    rounding === 'down'
      ? false
      : twice > denominator ||
        (twice === denominator && (rounding === 'half_away' || whole % 2n === 1n));
  const rounded = Number(up ? whole + 1n : whole);
  return money(negative ? -rounded : rounded);
}

/** A rate in parts per million of an amount: 19 % is 190000 (M1). */
export function share(amount: Money, ratePpm: number, rounding: Rounding): Money {
  return roundRatio(BigInt(amount) * BigInt(ratePpm), 1_000_000n, rounding);
}

/** Rounds to the nearest multiple of `step` minor units, half away from zero; a step of 0 or 1 changes nothing (P4). */
export function roundToStep(amount: Money, step: number): Money {
  if (step <= 1) return amount;
  return money(roundRatio(BigInt(amount), BigInt(step), 'half_away') * step);
}

/**
 * Shares an amount by weights with the largest remainder, the earliest part first on a tie; the
 * parts always add up to the whole (M2). All weights 0 counts as equal weights.
 */
export function allocate(amount: Money, weights: readonly (number | bigint)[]): Money[] {
  if (weights.length === 0) return [];
  if (amount === 0) return weights.map(() => nothing);
  const given = weights.map((weight) => (weight > 0 ? BigInt(weight) : 0n));
  const sum = given.reduce((a, b) => a + b, 0n);
  const used = sum === 0n ? given.map(() => 1n) : given;
  const total = sum === 0n ? BigInt(used.length) : sum;
  const sign = amount < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(amount));
  const parts = used.map((weight, index) => ({
    index,
    whole: (magnitude * weight) / total,
    remainder: (magnitude * weight) % total,
  }));
  let left = magnitude - parts.reduce((a, part) => a + part.whole, 0n);
  for (const part of [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )) {
    if (left === 0n) break;
    part.whole += 1n;
    left -= 1n;
  }
  return parts.map((part) => money(sign * Number(part.whole)));
}

/** Equal parts that add up: 100.00 by 3 = 33.34 + 33.33 + 33.33 (P3). */
export function splitEvenly(amount: Money, parts: number): Money[] {
  return allocate(
    amount,
    Array.from({ length: parts }, () => 1),
  );
}
