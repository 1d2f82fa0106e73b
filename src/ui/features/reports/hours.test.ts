import { describe, expect, it } from 'vitest';
import { hoursShown, totalsByHour } from './hours.ts';

const sold = (...hours: number[]) => hours.map((hour) => ({ hour, total: hour * 100 }));

describe('the hours of a business day', () => {
  it('run from the first sale to the last, without holes', () => {
    expect(hoursShown(4, sold(11, 14), sold(12))).toEqual([11, 12, 13, 14]);
  });

  it('N2: put those after midnight at the end of their day', () => {
    expect(hoursShown(4, sold(22, 1))).toEqual([22, 23, 0, 1]);
  });

  it('are none without sales', () => {
    expect(hoursShown(4, [], [])).toEqual([]);
  });

  it('count nothing where nothing was sold', () => {
    expect(totalsByHour([11, 12, 13], sold(11, 13))).toEqual([1100, 0, 1300]);
  });
});
