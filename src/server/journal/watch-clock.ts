import type { Deps } from '../deps.ts';
import { record } from './record.ts';

const mostBackMs = 2 * 60_000;
const mostForwardMs = 24 * 3_600_000;
const lookEveryMs = 30_000;

/** Whether the wall clock went back over 2 minutes or forward over 24 hours against the time that passed (N3). */
export function isClockJump(expected: number, now: number): boolean {
  return now < expected - mostBackMs || now > expected + mostForwardMs;
}

/**
 * Warns of and journals a clock that jumps (N3): at the start against the last entry, then against a clock that
 * nobody can set. Order comes from the journal's sequence all the same. Answers how to stop watching.
 */
export async function watchClock(
  deps: Deps,
  steadyNow: () => number = () => performance.now(),
): Promise<() => void> {
  const head = await deps.database.read((tx) =>
    tx.first(tx.sql.selectFrom('journal_heads').select('at').where('site', '=', deps.site)),
  );
  // A till that was off for a week has seen no jump; one whose last sale lies ahead has.
  if (head && deps.now() < head.at - mostBackMs) await recordJump(deps, head.at, deps.now());
  let wall = deps.now();
  let steady = steadyNow();
  const look = (): void => {
    const expected = wall + (steadyNow() - steady);
    const now = deps.now();
    wall = now;
    steady = steadyNow();
    if (!isClockJump(expected, now)) return;
    recordJump(deps, Math.round(expected), now).catch((error: unknown) =>
      deps.log.error({ err: error }, 'a jump of the clock was not journaled'),
    );
  };
  const timer = setInterval(look, lookEveryMs).unref();
  return () => clearInterval(timer);
}

async function recordJump(deps: Deps, from: number, to: number): Promise<void> {
  deps.log.warn({ from, to }, 'the clock jumped; check the time of this machine');
  await deps.database.write((tx) =>
    record(deps, tx, [{ type: 'clock_jumped', at: to, by: null, from, to }]),
  );
}
