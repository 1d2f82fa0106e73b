import { describe, expect, it } from 'vitest';
import { choiceFrom, paramsOf } from './range-in-address.ts';

const today = '2026-11-22';

describe('the address of a report', () => {
  it('keeps chosen dates and presets over a reload', () => {
    for (const choice of [
      { preset: 'last_week', range: { from: '2026-11-09', to: '2026-11-15' }, compare: 'weekdays' },
      { preset: 'custom', range: { from: '2026-01-05', to: '2026-02-01' }, compare: undefined },
    ] as const) {
      expect(choiceFrom(new URLSearchParams(paramsOf(choice)), today)).toEqual(choice);
    }
  });

  it('falls back to the last 30 days when it cannot be read', () => {
    const usual = { from: '2026-10-24', to: '2026-11-22' };
    expect(choiceFrom(new URLSearchParams(''), today).range).toEqual(usual);
    expect(choiceFrom(new URLSearchParams('from=2026-02-30&to=x'), today).range).toEqual(usual);
    expect(choiceFrom(new URLSearchParams('range=constructor'), today).range).toEqual(usual);
    expect(choiceFrom(new URLSearchParams('from=2026-03-02&to=2026-03-01'), today).range).toEqual(
      usual,
    );
  });
});
