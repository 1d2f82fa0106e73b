/** How a figure stands against the same figure of another range. */
export type Difference = {
  readonly direction: 'up' | 'down' | 'same';
  /** Always positive: the direction is told apart. */
  readonly by: number;
  /** In parts per million of the earlier figure; null where that was nothing, for there is no share of nothing. */
  readonly ppm: number | null;
};

export function difference(now: number, before: number): Difference {
  const by = Math.abs(now - before);
  const direction = now === before ? 'same' : now > before ? 'up' : 'down';
  const ppm = before === 0 ? null : Math.round((by / Math.abs(before)) * 1_000_000);
  return { direction, by, ppm };
}

/** Shown to a tenth of a per cent while small, in whole per cents from ten on: more would be noise. */
export function shownPpm(ppm: number): number {
  const step = ppm < 100_000 ? 1_000 : 10_000;
  return Math.round(ppm / step) * step;
}
