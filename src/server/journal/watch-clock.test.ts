import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestTill } from '../test-till.ts';
import type { TestTill } from '../test-till.ts';
import { isClockJump, watchClock } from './watch-clock.ts';

const hour = 3_600_000;
let till: TestTill;
beforeEach(async () => {
  till = await openTestTill();
});
afterEach(async () => {
  vi.useRealTimers();
  await till.close();
});

describe('a clock that jumps', () => {
  it('N3: back over 2 minutes or forward over 24 hours is a jump, less is not', () => {
    expect(isClockJump(hour, hour - 120_001)).toBe(true);
    expect(isClockJump(hour, hour - 120_000)).toBe(false);
    expect(isClockJump(hour, 25 * hour + 1)).toBe(true);
    expect(isClockJump(hour, 25 * hour)).toBe(false);
  });

  it('N3: a till started before its last sale journals it; one that was off for a week does not', async () => {
    const seq = await till.seq();
    till.clock.pass(7 * 24 * hour);
    (await watchClock(till.deps))();
    expect(await till.journaled(seq)).toEqual([]);
    till.clock.pass(-8 * 24 * hour);
    (await watchClock(till.deps))();
    expect(await till.journaled(seq)).toEqual(['clock_jumped']);
  });

  it('N3: set back in mid-shift it is journaled once, and the sequence goes on', async () => {
    const seq = await till.seq();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let steady = 0;
    const stop = await watchClock(till.deps, () => steady);
    for (const passed of [30_000, 30_000 - hour, 30_000]) {
      steady += 30_000;
      till.clock.pass(passed);
      vi.advanceTimersByTime(30_000);
    }
    stop();
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await till.journaled(seq)).toEqual(['clock_jumped']));
  });
});
