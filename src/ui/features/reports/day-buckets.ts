import { datesOf, daysIn } from './range.ts';
import type { DateRange } from './range.ts';

export type OfDate = { readonly business_date: string; readonly total: number };
/** Sales of one day, or of the days from `from` to `to`. */
export type Bucket = { readonly from: string; readonly to: string; readonly total: number };

/** More columns than these cannot be told apart on a small screen. */
const mostDays = 62;

/** Whether a range is shown by spans of seven days rather than by day. */
export function isByWeek(range: DateRange): boolean {
  return daysIn(range) > mostDays;
}

/**
 * Sales day by day, 0 where nothing was sold; a long range in spans of seven days from its first. Two
 * ranges of equal length have equally many, so that they can be compared place by place.
 */
export function bucketsOf(range: DateRange, days: readonly OfDate[]): Bucket[] {
  const totals = new Map(days.map((day) => [day.business_date, day.total]));
  const size = isByWeek(range) ? 7 : 1;
  const buckets: Bucket[] = [];
  const dates = datesOf(range);
  for (let at = 0; at < dates.length; at += size) {
    const inside = dates.slice(at, at + size);
    buckets.push({
      from: inside[0] ?? range.from,
      to: inside.at(-1) ?? range.to,
      total: inside.reduce((sum, date) => sum + (totals.get(date) ?? 0), 0),
    });
  }
  return buckets;
}
