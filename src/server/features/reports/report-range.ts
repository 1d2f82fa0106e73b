import { addDays, daysBetween, isDate } from '../../business-day.ts';
import { Refused } from '../../refused.ts';

/** Business dates, both ends included. */
export type ReportRange = { readonly from: string; readonly to: string };

/** Refusals: date_invalid, range_backwards. */
export function checkRange({ from, to }: ReportRange): ReportRange {
  for (const [name, date] of Object.entries({ from, to })) {
    if (!isDate(date)) {
      throw new Refused('date_invalid', { [name]: date }, [
        { path: name, message: `${date} is not a date. Write it as YYYY-MM-DD.` },
      ]);
    }
  }
  if (from > to) throw new Refused('range_backwards', { from, to });
  return { from, to };
}

export function daysOf({ from, to }: ReportRange): number {
  return daysBetween(from, to) + 1;
}

/** As many days earlier: just before, or by whole weeks so that a Friday meets a Friday. */
export function comparedRange(range: ReportRange, compare: 'before' | 'weekdays'): ReportRange {
  const days = daysOf(range);
  const back = compare === 'before' ? days : Math.ceil(days / 7) * 7;
  return { from: addDays(range.from, -back), to: addDays(range.to, -back) };
}
