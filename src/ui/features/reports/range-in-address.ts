import { isDate, presets, rangeOf } from './range.ts';
import type { Preset } from './range.ts';
import type { RangeChoice } from './RangeBar.tsx';

const usual: Preset = 'last_30_days';

/** Reads the days of a report from the page's address; what cannot be read falls back to the usual. */
export function choiceFrom(params: URLSearchParams, today: string): RangeChoice {
  const asked = params.get('compare');
  const compare =
    asked === 'none'
      ? undefined
      : asked === 'weekdays'
        ? ('weekdays' as const)
        : ('before' as const);
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  if (isDate(from) && isDate(to) && from <= to) {
    return { preset: 'custom', range: { from, to }, compare };
  }
  const preset = presets.find((one) => one === params.get('range')) ?? usual;
  return { preset, range: rangeOf(preset, today), compare };
}

/** A preset stays a preset: tomorrow, the same address means tomorrow's days. */
export function paramsOf({ preset, range, compare }: RangeChoice): Record<string, string> {
  const days = preset === 'custom' ? { ...range } : { range: preset };
  return { ...days, compare: compare ?? 'none' };
}
