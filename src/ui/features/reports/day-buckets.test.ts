import { describe, expect, it } from 'vitest';
import { bucketsOf, isByWeek } from './day-buckets.ts';

describe('the days of a report as columns', () => {
  it('has a column for a day without sales', () => {
    const days = [{ business_date: '2026-11-03', total: 500 }];
    expect(bucketsOf({ from: '2026-11-02', to: '2026-11-03' }, days)).toEqual([
      { from: '2026-11-02', to: '2026-11-02', total: 0 },
      { from: '2026-11-03', to: '2026-11-03', total: 500 },
    ]);
  });

  it('puts a year into spans of seven days that lose no sale', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const days = [
      { business_date: '2026-01-01', total: 1 },
      { business_date: '2026-01-07', total: 10 },
      { business_date: '2026-01-08', total: 100 },
      { business_date: '2026-12-31', total: 1000 },
    ];
    const buckets = bucketsOf(year, days);
    expect(isByWeek(year)).toBe(true);
    expect(buckets).toHaveLength(53);
    expect(buckets[0]).toEqual({ from: '2026-01-01', to: '2026-01-07', total: 11 });
    expect(buckets.at(-1)).toEqual({ from: '2026-12-31', to: '2026-12-31', total: 1000 });
    expect(buckets.reduce((sum, one) => sum + one.total, 0)).toBe(1111);
  });
});
