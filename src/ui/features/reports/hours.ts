type OfHour = { readonly hour: number; readonly total: number };

/**
 * The hours from the first to the last with sales in either list, in the order of a business day:
 * those before the cutoff's hour belong to its end.
 */
export function hoursShown(first: number, ...lists: readonly (readonly OfHour[])[]): number[] {
  const place = (hour: number) => (hour - first + 24) % 24;
  const places = lists.flat().map((one) => place(one.hour));
  if (places.length === 0) return [];
  const start = Math.min(...places);
  const count = Math.max(...places) - start + 1;
  return Array.from({ length: count }, (_, at) => (start + at + first) % 24);
}

/** One figure for each hour, 0 where nothing was sold. */
export function totalsByHour(hours: readonly number[], list: readonly OfHour[]): number[] {
  const totals = new Map(list.map((one) => [one.hour, one.total]));
  return hours.map((hour) => totals.get(hour) ?? 0);
}
