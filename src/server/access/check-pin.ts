import type { Deps } from '../deps.ts';
import { record } from '../journal/record.ts';
import { Refused } from '../refused.ts';
import {
  clearFailures,
  countFailure,
  deviceSubject,
  lockedUntil,
  personSubject,
} from './backoff.ts';
import { findPin, isPin } from './pin.ts';

/**
 * Checks a person's PIN; wrong ones are counted, journaled and back off, for the person and for the
 * device, before and after a restart (U1). Refusals: pin_locked (with `until`, UTC milliseconds) and pin_wrong.
 */
export async function checkPin(
  deps: Deps,
  staffId: string,
  pin: string,
  terminal: string,
): Promise<void> {
  const subjects = [personSubject(staffId), deviceSubject(terminal)];
  const known = await deps.database.read(async (tx) => ({
    until: await lockedUntil(tx, subjects),
    person: await tx.first(
      tx.sql
        .selectFrom('staff')
        .selectAll()
        .where('staff_id', '=', staffId)
        .where('active', '=', 1),
    ),
    hash: await findPin(tx, staffId),
  }));
  if (known.until > deps.now()) throw new Refused('pin_locked', { until: known.until });
  // Somebody unknown is answered like somebody with a wrong PIN, and as slowly.
  const stored = known.hash ?? { salt: '00', hash: '00'.repeat(32), rounds: 600_000 };
  // Counted before it is checked: tries sent side by side must not all pass the lock at once.
  const failures = await deps.database.write(async (tx) => {
    const until = await lockedUntil(tx, subjects);
    if (until > deps.now()) throw new Refused('pin_locked', { until });
    return countFailure(tx, subjects, deps.now());
  });
  const right = await isPin(deps, pin, stored);
  if (right && known.person) {
    await deps.database.write((tx) => clearFailures(tx, subjects));
    return;
  }
  const alias = known.person?.alias ?? '';
  const until = await deps.database.write(async (tx) => {
    await record(deps, tx, [
      { type: 'sign_in_refused', at: deps.now(), by: null, staffId, alias, terminal, failures },
    ]);
    return lockedUntil(tx, subjects);
  });
  throw new Refused('pin_wrong', until > deps.now() ? { until } : {});
}
