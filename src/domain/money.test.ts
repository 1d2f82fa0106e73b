import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  add,
  allocate,
  AmountTooLarge,
  money,
  negate,
  roundRatio,
  roundToStep,
  share,
  splitEvenly,
  subtract,
  times,
} from './money.ts';
import type { Rounding } from './money.ts';

const roundings: readonly Rounding[] = ['half_away', 'half_even', 'down'];
const anyAmount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const largest = Number.MAX_SAFE_INTEGER;

describe('money', () => {
  it('M1: is whole minor units, never a fraction of a cent', () => {
    expect(money(1250)).toBe(1250);
    for (const notWhole of [12.5, Number.NaN, Infinity, 0.1 + 0.2]) {
      expect(() => money(notWhole)).toThrow(AmountTooLarge);
    }
  });

  it('M1: sums, differences and products beyond 2^53−1 are refused, not rounded', () => {
    expect(add(money(largest - 1), money(1))).toBe(largest);
    expect(() => add(money(largest), money(1))).toThrow(AmountTooLarge);
    expect(() => add(money(largest), money(1), money(-1))).toThrow(AmountTooLarge);
    expect(() => subtract(money(-largest), money(1))).toThrow(AmountTooLarge);
    expect(() => times(money(largest), 2)).toThrow(AmountTooLarge);
    expect(() => roundRatio(BigInt(largest) * 2n, 1n, 'down')).toThrow(AmountTooLarge);
  });

  it('J1: there is no minus zero, which canonical JSON would print apart from zero', () => {
    const zeros = [
      money(-0),
      negate(money(0)),
      times(money(0), -3),
      share(money(-1), 100_000, 'half_away'),
      roundToStep(money(-2), 5),
      ...allocate(money(-1), [1, 1, 1]).slice(1),
    ];
    for (const zero of zeros) expect(Object.is(zero, 0)).toBe(true);
  });
});

describe('rounding', () => {
  it('M2: a half goes away from zero, to the even neighbour, or down, as the site has it', () => {
    const halves = [-25n, -15n, -5n, 5n, 15n, 25n];
    const rounded = (rounding: Rounding) => halves.map((each) => roundRatio(each, 10n, rounding));
    expect(rounded('half_away')).toEqual([-3, -2, -1, 1, 2, 3]);
    expect(rounded('half_even')).toEqual([-2, -2, 0, 0, 2, 2]);
    expect(rounded('down')).toEqual([-2, -1, 0, 0, 1, 2]);
  });

  it('M2: more or less than a half goes to the nearest, whatever the site has for halves', () => {
    for (const rounding of ['half_away', 'half_even'] as const) {
      expect(roundRatio(149n, 100n, rounding)).toBe(1);
      expect(roundRatio(151n, 100n, rounding)).toBe(2);
    }
    expect(roundRatio(199n, 100n, 'down')).toBe(1);
  });

  it('M2: round(-x) = -round(x), for every fraction and every way of rounding', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.constantFrom(...roundings),
        (numerator, denominator, rounding) => {
          expect(roundRatio(-numerator, denominator, rounding)).toBe(
            negate(roundRatio(numerator, denominator, rounding)),
          );
        },
      ),
    );
  });

  it('M2: no rounding is ever off by a whole unit, and to the nearest by no more than a half', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (numerator, denominator) => {
          for (const rounding of roundings) {
            const rounded = BigInt(roundRatio(numerator, denominator, rounding));
            const off = numerator - rounded * denominator;
            const distance = off < 0n ? -off : off;
            expect(
              rounding === 'down' ? distance < denominator : distance * 2n <= denominator,
            ).toBe(true);
          }
        },
      ),
    );
  });

  it('M1: 19 % is 190000 parts per million', () => {
    expect(share(money(10_000), 190_000, 'half_away')).toBe(1900);
    expect(share(money(50), 190_000, 'half_away')).toBe(10);
  });
});

describe('cash rounding', () => {
  it('P4: with 0.05 as the smallest coin 47.02 becomes 47.00 and 47.03 becomes 47.05', () => {
    expect(roundToStep(money(4702), 5)).toBe(4700);
    expect(roundToStep(money(4703), 5)).toBe(4705);
  });

  it('P4: below zero it rounds the same, so that a refund gives back what was taken', () => {
    expect(roundToStep(money(-4702), 5)).toBe(-4700);
    expect(roundToStep(money(-4703), 5)).toBe(-4705);
  });

  it('P4: halfway goes away from zero; without a smallest coin nothing is rounded', () => {
    expect(roundToStep(money(150), 100)).toBe(200);
    expect(roundToStep(money(-150), 100)).toBe(-200);
    expect(roundToStep(money(4703), 0)).toBe(4703);
    expect(roundToStep(money(4703), 1)).toBe(4703);
  });
});

describe('sharing an amount', () => {
  it('P3: 100.00 by 3 is 33.34 + 33.33 + 33.33', () => {
    expect(splitEvenly(money(10_000), 3)).toEqual([3334, 3333, 3333]);
  });

  it('P3: 47.05 by 6 is 7.85 + 5 × 7.84', () => {
    expect(splitEvenly(money(4705), 6)).toEqual([785, 784, 784, 784, 784, 784]);
  });

  it('M2: the largest remainder gets the odd cent, the earliest part on a tie', () => {
    expect(allocate(money(100), [1, 2])).toEqual([33, 67]);
    expect(allocate(money(1), [1, 1])).toEqual([1, 0]);
    expect(allocate(money(-1), [1, 1])).toEqual([-1, 0]);
    expect(allocate(money(1000), [1250, 725, 310])).toEqual([547, 317, 136]);
  });

  it('M2: nothing to weigh by means equal parts; no parts means no parts', () => {
    expect(allocate(money(10), [0, 0, 0])).toEqual([4, 3, 3]);
    expect(allocate(money(10), [])).toEqual([]);
  });

  it('M2: parts add up to the whole, and none is a whole unit off its due', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
        (amount, weights) => {
          const parts = allocate(money(amount), weights);
          expect(add(...parts)).toBe(money(amount));
          const sum = weights.reduce((a, b) => a + b, 0);
          parts.forEach((part, i) => {
            const weight = sum === 0 ? 1n : BigInt(weights[i] ?? 0);
            const whole = sum === 0 ? BigInt(weights.length) : BigInt(sum);
            const off = BigInt(part) * whole - BigInt(amount) * weight;
            expect(off < whole && off > -whole).toBe(true);
          });
        },
      ),
    );
  });

  it('M2: sharing a reversed amount gives the reversed shares', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (amount, weights) => {
          expect(allocate(money(-amount), weights)).toEqual(
            allocate(money(amount), weights).map(negate),
          );
        },
      ),
    );
  });

  it('P3: even parts differ by one cent at most, the larger first', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 60 }), (amount, guests) => {
        const parts = splitEvenly(money(amount), guests);
        expect(add(...parts)).toBe(amount);
        expect(parts).toEqual([...parts].sort((a, b) => b - a));
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
