import { describe, expect, test } from 'vitest';
import { makeFormat } from './format.ts';

const euro = { currency: 'EUR', exponent: 2, timeZone: 'Europe/Berlin' };

describe('printing amounts and times', () => {
  test('M1: amounts come from minor units and the currency’s exponent', () => {
    expect(makeFormat('en', euro).money(1250)).toBe('€12.50');
    expect(makeFormat('en', euro).amount(-5)).toBe('-0.05');
    expect(makeFormat('en', { ...euro, currency: 'JPY', exponent: 0 }).money(1250)).toBe('¥1,250');
    expect(makeFormat('en', { ...euro, currency: 'KWD', exponent: 3 }).amount(1250)).toBe('1.250');
  });

  test('in Arabic the sign of the dollar stays in one piece', () => {
    expect(makeFormat('ar', { ...euro, currency: 'USD' }).money(1250)).toBe(
      '\u200f12.50\u00a0US$\u200e',
    );
  });

  test('M1: the largest amount keeps its last cent', () => {
    expect(makeFormat('en', euro).amount(9007199254740991)).toBe('90,071,992,547,409.91');
  });

  test('N2: a business date is printed as the day it names, whatever the zone', () => {
    const honolulu = makeFormat('en', { ...euro, timeZone: 'Pacific/Honolulu' });
    expect(honolulu.date('2026-11-27')).toContain('27');
    expect(honolulu.weekday('2026-11-27')).toBe('Fri');
  });

  test('an instant is printed on the site’s clock', () => {
    expect(makeFormat('en-GB', euro).time(Date.UTC(2026, 10, 27, 17, 47))).toBe('18:47');
  });

  test('a tax rate and a length of time', () => {
    expect(makeFormat('en', euro).percentPpm(88750)).toBe('8.875%');
    expect(makeFormat('en', euro).duration(72)).toBe('1 hr 12 min');
    expect(makeFormat('en', euro).duration(31)).toBe('31 min');
  });
});
