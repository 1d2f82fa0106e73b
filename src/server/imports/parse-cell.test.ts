import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountText } from '../safe-csv.ts';
import { parseAmount, parseWhole } from './parse-cell.ts';

const euro = { delimiter: ',', exponent: 2 } as const;

describe('reading an amount', () => {
  test('M1: digits become minor units without a float in between', () => {
    expect(parseAmount('0.29', euro)).toEqual({ ok: true, value: 29 });
    expect(parseAmount('1.1', euro)).toEqual({ ok: true, value: 110 });
    expect(parseAmount('35.95', euro)).toEqual({ ok: true, value: 3595 });
    expect(parseAmount('1250', { delimiter: ',', exponent: 0 })).toEqual({ ok: true, value: 1250 });
    expect(parseAmount('1.005', { delimiter: ',', exponent: 3 })).toEqual({
      ok: true,
      value: 1005,
    });
  });

  test('M1: every amount that is written can be read again, in every currency', () => {
    assert(
      property(
        integer({ min: 0, max: 10_000_000_000 }),
        integer({ min: 0, max: 4 }),
        (minor, exponent) => {
          const text = amountText(minor, exponent);
          expect(parseAmount(text, { delimiter: ',', exponent })).toEqual({
            ok: true,
            value: minor,
          });
        },
      ),
    );
  });

  test('a decimal comma belongs to semicolon files alone', () => {
    expect(parseAmount('2,50', { delimiter: ';', exponent: 2 })).toEqual({ ok: true, value: 250 });
    expect(parseAmount('2.50', { delimiter: ';', exponent: 2 })).toEqual({ ok: true, value: 250 });
    expect(parseAmount('2,50', euro).ok).toBe(false);
    expect(parseAmount('2,50', { delimiter: '\t', exponent: 2 }).ok).toBe(false);
  });

  test.each(['', 'free', '-1', '1.', '.5', '1.2.3', '1e3', '1,000.00', '$5', ' 5', 'NaN', '٣'])(
    '%j is no amount',
    (text) => {
      expect(parseAmount(text, euro).ok).toBe(false);
    },
  );

  test('more decimals than the currency has are refused, and so is a huge price', () => {
    expect(parseAmount('1.005', euro)).toMatchObject({ reason: 'The currency has 2 decimals.' });
    expect(parseAmount('99999999999999999999', euro)).toMatchObject({
      reason: 'That is larger than the till takes.',
    });
  });
});

test('a quantity is a whole number in digits', () => {
  expect(parseWhole('12', 1, 100)).toEqual({ ok: true, value: 12 });
  for (const text of ['0', '-1', '1.5', '1.0', '101', '', 'two', '1e1']) {
    expect(parseWhole(text, 1, 100).ok, text).toBe(false);
  }
});
