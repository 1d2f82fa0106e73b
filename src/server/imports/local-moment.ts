import { Temporal } from 'temporal-polyfill';
import { addDays, businessDateOf, localHourOf } from '../business-day.ts';
import type { DayRules } from '../business-day.ts';

export type Moment = {
  /** UTC milliseconds. */
  readonly at: number;
  readonly businessDate: string;
  /** Local hour, 0–23. */
  readonly hour: number;
};

/**
 * Places the wall clock of past sales in time. A local time that a clock change skips is taken as if the
 * clock had not been changed yet (02:30 becomes 03:30); one that comes twice is its first. Ordinary days
 * cost one look at the calendar each: a year of sales has 365 of them.
 */
export function momentReader(rules: DayRules): (date: string, time: string) => Moment {
  const midnights = new Map<string, number | undefined>();
  const midnightOf = (date: string): number | undefined => {
    if (!midnights.has(date)) midnights.set(date, plainMidnight(date, rules.timeZone));
    return midnights.get(date);
  };
  return (date, time) => {
    const midnight = midnightOf(date);
    if (midnight === undefined) return readOddDay(date, time, rules);
    const hour = Number(time.slice(0, 2));
    const seconds = hour * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8) || 0);
    const businessDate = time.slice(0, 5) < rules.cutoff ? addDays(date, -1) : date;
    return { at: midnight + seconds * 1000, businessDate, hour };
  };
}

/** When the date starts, if its clock runs through all 24 hours unchanged. */
function plainMidnight(date: string, timeZone: string): number | undefined {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
  const end = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone);
  const isPlain =
    start.hour === 0 && end.hour === 0 && start.offsetNanoseconds === end.offsetNanoseconds;
  return isPlain ? start.epochMilliseconds : undefined;
}

function readOddDay(date: string, time: string, rules: DayRules): Moment {
  const at = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(rules.timeZone, {
    disambiguation: 'compatible',
  }).epochMilliseconds;
  return { at, businessDate: businessDateOf(at, rules), hour: localHourOf(at, rules.timeZone) };
}
