import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { likelyNotes } from './likely-notes.ts';

const usd = { currency: 'USD', exponent: 2 };

test('the exact amount first, then what a guest may hold out', () => {
  expect(likelyNotes(money(4270), usd, 6)).toEqual([4270, 4300, 4500, 5000, 6000, 10_000]);
  expect(likelyNotes(money(5000), usd, 3)).toEqual([5000, 6000, 10_000]);
});

test('notes are those of the currency, in its own minor units', () => {
  expect(likelyNotes(money(2350), { currency: 'JPY', exponent: 0 }, 4)).toEqual([
    2350, 2400, 2500, 3000,
  ]);
  expect(likelyNotes(money(4275), { currency: 'KWD', exponent: 3 }, 2)).toEqual([4275, 5000]);
});

test('M10: a bill of nothing has one amount', () => {
  expect(likelyNotes(money(0), usd, 6)).toEqual([0]);
});
