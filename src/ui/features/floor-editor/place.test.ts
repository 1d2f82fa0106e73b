import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, freePlace, movedBy, nextTableName, resizedBy, smallest } from './place.ts';
import type { Place } from './place.ts';

const isInside = ({ x, y, width, height }: Place) =>
  x >= 0 &&
  y >= 0 &&
  x + width <= 100 &&
  y + height <= 100 &&
  width >= smallest &&
  height >= smallest;

describe('drawing the room', () => {
  it('puts a dragged table onto the lines', () => {
    const place = { x: 10, y: 10, width: 12, height: 18 };
    expect(movedBy(place, 3.4, -2.6)).toEqual({ ...place, x: 13, y: 7 });
    expect(resizedBy(place, 4.6, 0.2)).toEqual({ ...place, width: 17 });
  });

  it('never lets a table out of the room, nor shrink away', () => {
    const anywhere = fc.double({ min: -300, max: 300, noNaN: true });
    const place = fc.record({ x: anywhere, y: anywhere, width: anywhere, height: anywhere });
    fc.assert(
      fc.property(place, anywhere, anywhere, (typed, dx, dy) => {
        const start = fitted(typed);
        expect(isInside(start)).toBe(true);
        expect(isInside(movedBy(start, dx, dy))).toBe(true);
        expect(isInside(resizedBy(start, dx, dy))).toBe(true);
      }),
    );
  });

  it('finds a free place for a new table', () => {
    const taken: Place[] = [];
    for (let at = 0; at < 12; at += 1) {
      const next = freePlace(taken);
      expect(isInside(next)).toBe(true);
      for (const one of taken) {
        const apart =
          next.x >= one.x + one.width ||
          one.x >= next.x + next.width ||
          next.y >= one.y + one.height ||
          one.y >= next.y + next.height;
        expect(apart).toBe(true);
      }
      taken.push(next);
    }
  });

  it('calls a new table by the next number', () => {
    expect(nextTableName([])).toBe('1');
    expect(nextTableName(['1', '7', 'Bar', '12b'])).toBe('8');
  });
});
