import { describe, expect, it } from 'vitest';
import { hourAt, throughHour } from './through-hour.ts';

describe('comparing a day that is not over', () => {
  const evening = [
    { hour: 1, orders: 1, total: 100 },
    { hour: 18, orders: 2, total: 2000 },
    { hour: 19, orders: 3, total: 3000 },
  ];

  it('counts up to the end of the hour', () => {
    expect(throughHour(evening, 4, 17)).toEqual({ orders: 0, total: 0 });
    expect(throughHour(evening, 4, 18)).toEqual({ orders: 2, total: 2000 });
  });

  it('N2: takes the hour after midnight as the last of its day', () => {
    expect(throughHour(evening, 4, 0)).toEqual({ orders: 5, total: 5000 });
    expect(throughHour(evening, 4, 1)).toEqual({ orders: 6, total: 5100 });
    expect(throughHour(evening, 4, 3)).toEqual({ orders: 6, total: 5100 });
  });

  it('reads the clock of the site, not of the screen', () => {
    const at = Date.parse('2026-11-22T23:30:00Z');
    expect(hourAt(at, 'America/New_York')).toBe(18);
    expect(hourAt(at, 'Asia/Tokyo')).toBe(8);
    expect(hourAt(at, 'UTC')).toBe(23);
  });
});
