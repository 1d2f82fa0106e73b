import { describe, expect, it } from 'vitest';
import { difference, shownPpm } from './difference.ts';

describe('comparing two ranges', () => {
  it('says more or less, by how much, and by which share', () => {
    expect(difference(120, 100)).toEqual({ direction: 'up', by: 20, ppm: 200_000 });
    expect(difference(75, 100)).toEqual({ direction: 'down', by: 25, ppm: 250_000 });
    expect(difference(100, 100)).toEqual({ direction: 'same', by: 0, ppm: 0 });
  });

  it('has no share of nothing', () => {
    expect(difference(50, 0)).toEqual({ direction: 'up', by: 50, ppm: null });
    expect(difference(0, 0)).toEqual({ direction: 'same', by: 0, ppm: null });
  });

  it('turns the right way for refunds below zero', () => {
    expect(difference(-300, -100)).toEqual({ direction: 'down', by: 200, ppm: 2_000_000 });
  });

  it('rounds a share to what an eye can use', () => {
    expect(shownPpm(63_871)).toBe(64_000);
    expect(shownPpm(238_400)).toBe(240_000);
    expect(shownPpm(4)).toBe(0);
  });
});
