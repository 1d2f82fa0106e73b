/** Business dates, both ends included. */
export type DateRange = { readonly from: string; readonly to: string };

export const presets = [
  'today',
  'yesterday',
  'last_7_days',
  'last_30_days',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_year',
  'last_year',
] as const;
export type Preset = (typeof presets)[number];

const dayMs = 86_400_000;

// A business date has no zone: its days are counted in UTC, where each is as long as the next.
function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}
function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** A date so many days later, or earlier where negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Days of a range, both ends counted; 0 or less where it runs backwards. */
export function daysIn({ from, to }: DateRange): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** Whether it is a date that a calendar has, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text))
    ? dateOfDay(dayNumber(text)) === text
    : false;
}

/** Monday 1 … Sunday 7, as ISO 8601 counts. */
export function weekdayOf(date: string): number {
  return ((dayNumber(date) + 3) % 7) + 1;
}

function monthStart(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** What a preset means on a business date. Weeks begin on Monday; a span that is going on ends today. */
export function rangeOf(preset: Preset, today: string): DateRange {
  const monday = addDays(today, 1 - weekdayOf(today));
  const year = Number(today.slice(0, 4));
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'last_7_days':
      return { from: addDays(today, -6), to: today };
    case 'last_30_days':
      return { from: addDays(today, -29), to: today };
    case 'this_week':
      return { from: monday, to: today };
    case 'last_week':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    case 'this_month':
      return { from: monthStart(today, 0), to: today };
    case 'last_month':
      return { from: monthStart(today, -1), to: addDays(monthStart(today, 0), -1) };
    case 'this_year':
      return { from: `${year}-01-01`, to: today };
    case 'last_year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** Each date of a range in order, for an axis without holes. */
export function datesOf(range: DateRange): string[] {
  const first = dayNumber(range.from);
  return Array.from({ length: Math.max(0, daysIn(range)) }, (_, at) => dateOfDay(first + at));
}
