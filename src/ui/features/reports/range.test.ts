import { describe, expect, it } from 'vitest';
import { addDays, datesOf, daysIn, isDate, rangeOf, weekdayOf } from './range.ts';

describe('choosing the days of a report', () => {
  it.each([
    ['today', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['last_7_days', '2026-03-02', '2026-02-24', '2026-03-02'],
    ['last_30_days', '2026-11-22', '2026-10-24', '2026-11-22'],
    ['this_week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['this_week', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['last_week', '2026-11-23', '2026-11-16', '2026-11-22'],
    ['this_month', '2026-11-22', '2026-11-01', '2026-11-22'],
    ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['last_month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['this_year', '2026-11-22', '2026-01-01', '2026-11-22'],
    ['last_year', '2025-06-30', '2024-01-01', '2024-12-31'],
  ] as const)('%s on %s is %s to %s', (preset, today, from, to) => {
    expect(rangeOf(preset, today)).toEqual({ from, to });
  });

  it('counts days over leap years and month ends', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysIn({ from: '2024-01-01', to: '2024-12-31' })).toBe(366);
    expect(daysIn({ from: '2026-01-02', to: '2026-01-01' })).toBe(0);
  });

  it('knows weekdays as ISO counts them, Monday 1', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  it('lists each date once, also those without sales', () => {
    expect(datesOf({ from: '2026-02-27', to: '2026-03-02' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
  });

  it('takes only dates that the calendar has', () => {
    expect(isDate('2026-02-28')).toBe(true);
    expect(isDate('2026-02-30')).toBe(false);
    expect(isDate('2026-13-01')).toBe(false);
    expect(isDate('22.11.2026')).toBe(false);
    expect(isDate('')).toBe(false);
  });
});
