import { Temporal } from 'temporal-polyfill';

export type DayRules = { readonly timeZone: string; readonly cutoff: string };

/**
 * The business date of an instant: the local date of (instant − cutoff) in the site's zone (N2). UTC
 * milliseconds in, YYYY-MM-DD out. 01:30 with a cutoff of 04:00 is yesterday.
 */
export function businessDateOf(at: number, rules: DayRules): string {
  const day = lastDay;
  if (day && at >= day.from && at < day.to && sameRules(day.rules, rules)) return day.date;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(rules.timeZone);
  const cutoff = Temporal.PlainTime.from(rules.cutoff);
  // By the wall clock and not by subtracting hours: a night with a clock change has 23 or 25 of them.
  const date =
    Temporal.PlainTime.compare(local.toPlainTime(), cutoff) < 0
      ? local.toPlainDate().subtract({ days: 1 })
      : local.toPlainDate();
  const from = startOf(date, rules);
  const to = startOf(date.add({ days: 1 }), rules);
  if (at >= from && at < to) lastDay = { from, to, date: date.toString(), rules };
  return date.toString();
}

// Nearly every call falls into the day of the one before it.
let lastDay: { from: number; to: number; date: string; rules: DayRules } | undefined;

function sameRules(a: DayRules, b: DayRules): boolean {
  return a.timeZone === b.timeZone && a.cutoff === b.cutoff;
}

function startOf(date: Temporal.PlainDate, rules: DayRules): number {
  return date.toZonedDateTime({
    timeZone: rules.timeZone,
    plainTime: Temporal.PlainTime.from(rules.cutoff),
  }).epochMilliseconds;
}

/** The local hour of an instant, 0–23. */
export function localHourOf(at: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).hour;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    // An offset such as +01:00 is accepted there too, and would know no summer time.
    return !/^[+-]/.test(timeZone);
  } catch {
    // Temporal says so by throwing; the caller refuses with words of its own.
    return false;
  }
}

/** Whether the text is a day of the calendar, such as 2024-02-29. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** Days from one date to another, such as 1 from Monday to Tuesday. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO weekday of a date, Monday 1 to Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
