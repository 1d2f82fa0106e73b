/** The value that 95 of 100 stay within, rounded to a tenth. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1);
  return Math.round((sorted[at] ?? Number.NaN) * 10) / 10;
}
