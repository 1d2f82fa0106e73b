type OfHour = { readonly hour: number; readonly orders: number; readonly total: number };

/**
 * Orders and sales up to the end of `hour`, in the order of the business day that begins at `first`: a
 * day that is not over can be compared only so far.
 */
export function throughHour(
  list: readonly OfHour[],
  first: number,
  hour: number,
): { orders: number; total: number } {
  const place = (of: number) => (of - first + 24) % 24;
  const over = list.filter((one) => place(one.hour) <= place(hour));
  return {
    orders: over.reduce((sum, one) => sum + one.orders, 0),
    total: over.reduce((sum, one) => sum + one.total, 0),
  };
}

/** The hour on the clocks of a time zone, 0–23. */
export function hourAt(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone });
  return Number(format.format(new Date(at)));
}
