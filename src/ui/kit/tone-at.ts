export type ChartTone = 'accent' | 'positive' | 'warning' | 'danger' | 'muted';

/** The first series is the subject, the others are what it is compared with. */
export function toneAt(index: number): ChartTone {
  return index === 0 ? 'accent' : 'muted';
}
