/** An exact fraction; the denominator is always positive. */
export type Rational = { readonly top: bigint; readonly bottom: bigint };

export function rational(top: bigint | number, bottom: bigint | number = 1n): Rational {
  const sign = BigInt(bottom) < 0n ? -1n : 1n;
  const common = greatestCommonDivisor(BigInt(top), BigInt(bottom));
  return { top: (sign * BigInt(top)) / common, bottom: (sign * BigInt(bottom)) / common };
}

export const zero = rational(0n);

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, rational(-b.top, b.bottom));
}

export function by(a: Rational, b: Rational): Rational {
  return rational(a.top * b.top, a.bottom * b.bottom);
}

export function over(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom, a.bottom * b.top);
}

export function sumOf(all: readonly Rational[]): Rational {
  return all.reduce(plus, zero);
}

export function compare(a: Rational, b: Rational): number {
  const difference = minus(a, b).top;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The largest whole number that is not above. */
export function floor(a: Rational): bigint {
  const cut = a.top / a.bottom;
  return a.top < 0n && cut * a.bottom !== a.top ? cut - 1n : cut;
}

export type Mode = 'half_away' | 'half_even' | 'down';

/** To the nearest whole number; `down` is towards zero. Written for the positive, mirrored for the rest. */
export function rounded(a: Rational, mode: Mode): bigint {
  if (a.top < 0n) return -rounded(rational(-a.top, a.bottom), mode);
  if (mode === 'down') return floor(a);
  const up = plus(a, rational(1n, 2n));
  const nearest = floor(up);
  const isHalf = up.bottom === 1n && a.bottom === 2n;
  return mode === 'half_even' && isHalf && nearest % 2n === 1n ? nearest - 1n : nearest;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
