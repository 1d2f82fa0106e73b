import { describe, expect, test } from 'vitest';
import { editableAmount, parseAmount } from './parse-amount.ts';

describe('typing an amount', () => {
  test('M1: a decimal becomes whole minor units of the currency', () => {
    expect(parseAmount('12.50', 2)).toBe(1250);
    expect(parseAmount('12,5', 2)).toBe(1250);
    expect(parseAmount('7', 0)).toBe(7);
    expect(parseAmount('1.234', 3)).toBe(1234);
    expect(parseAmount('.5', 2)).toBe(50);
    expect(parseAmount('0.29', 2)).toBe(29);
    expect(parseAmount('-3.10', 2)).toBe(-310);
  });

  test('thousands may be grouped by point or comma', () => {
    expect(parseAmount('1,234.50', 2)).toBe(123450);
    expect(parseAmount('1.234,50', 2)).toBe(123450);
    expect(parseAmount('1,234', 2)).toBe(123400);
    expect(parseAmount('1.234.567', 2)).toBe(123456700);
    expect(parseAmount('1,234', 0)).toBe(1234);
  });

  test('Arabic digits and marks are read', () => {
    expect(parseAmount('١٢٫٥٠', 2)).toBe(1250);
  });

  test('what is no amount, or too fine for the currency, is refused rather than guessed', () => {
    expect(parseAmount('', 2)).toBeUndefined();
    expect(parseAmount('abc', 2)).toBeUndefined();
    expect(parseAmount('1.2345', 2)).toBeUndefined();
    expect(parseAmount('1.5', 0)).toBeUndefined();
    expect(parseAmount('12-', 2)).toBeUndefined();
    expect(parseAmount('99999999999999999', 2)).toBeUndefined();
  });

  test('an amount shown for editing reads back as itself', () => {
    for (const exponent of [0, 2, 3]) {
      for (const minor of [0, 5, 50, 1250, -310, 123456]) {
        expect(parseAmount(editableAmount(minor, exponent), exponent)).toBe(minor);
      }
    }
  });
});
