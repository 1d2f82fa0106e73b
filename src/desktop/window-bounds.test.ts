import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsInside } from './window-bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1920, height: 1040 };

describe('where the window opens', () => {
  it('is the middle of the first screen on the first day', () => {
    expect(boundsInside(undefined, [laptop])).toEqual({ x: 37, y: 32, width: 1366, height: 860 });
  });

  it('is no larger than an old screen', () => {
    const old = { x: 0, y: 0, width: 1024, height: 740 };
    expect(boundsInside(undefined, [old])).toEqual(old);
  });

  it('is where it was left, on the second screen too', () => {
    const left = { x: 1600, y: 100, width: 1200, height: 800 };
    expect(boundsInside(left, [laptop, second])).toEqual(left);
  });

  it('comes back to the first screen when the second is gone', () => {
    const left = { x: 1600, y: 100, width: 1200, height: 800 };
    expect(boundsInside(left, [laptop])).toEqual({ x: 240, y: 100, width: 1200, height: 800 });
  });

  const anyScreen = fc.record({
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.integer({ min: -4000, max: 4000 }),
    width: fc.integer({ min: 640, max: 3840 }),
    height: fc.integer({ min: 600, max: 2160 }),
  });
  const anyBounds = fc.record({
    x: fc.integer(),
    y: fc.integer(),
    width: fc.integer(),
    height: fc.integer(),
  });

  it('always lies whole on a screen', () => {
    fc.assert(
      fc.property(fc.array(anyScreen, { minLength: 1, maxLength: 3 }), anyBounds, (areas, left) => {
        const { x, y, width, height } = boundsInside(left, areas);
        expect(
          areas.some(
            (area) =>
              x >= area.x &&
              y >= area.y &&
              x + width <= area.x + area.width &&
              y + height <= area.y + area.height,
          ),
        ).toBe(true);
      }),
    );
  });
});
