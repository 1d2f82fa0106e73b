/** What a run of measurements came to, in milliseconds. */
export type Timings = {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  readonly perSecond: number;
};

/** Sums up single times; `elapsedMs` is how long they took altogether, side by side. */
export function timingsOf(times: readonly number[], elapsedMs: number): Timings {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    count: sorted.length,
    p50: at(0.5),
    p99: at(0.99),
    slowest: sorted.at(-1) ?? Number.NaN,
    perSecond: (sorted.length * 1_000) / elapsedMs,
  };
}

/** Repeats a piece of work and times each. */
export async function timed(count: number, work: (i: number) => unknown): Promise<Timings> {
  const times: number[] = [];
  const startedAt = performance.now();
  for (let i = 0; i < count; i += 1) {
    const before = performance.now();
    await work(i);
    times.push(performance.now() - before);
  }
  return timingsOf(times, performance.now() - startedAt);
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
