import { describe, expect, it } from 'vitest';
import { shrunkSize } from './shrink-picture.ts';

describe('bringing a photograph to the size of a tile', () => {
  it('keeps its proportions', () => {
    expect(shrunkSize(4032, 3024)).toEqual({ width: 512, height: 384 });
    expect(shrunkSize(3024, 4032)).toEqual({ width: 384, height: 512 });
  });
  it('never enlarges, and never vanishes', () => {
    expect(shrunkSize(64, 48)).toEqual({ width: 64, height: 48 });
    expect(shrunkSize(5000, 2)).toEqual({ width: 512, height: 1 });
  });
});
