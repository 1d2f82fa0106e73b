import { ownerRoleId } from '../../../domain/permission.ts';
import type { Person } from '../../../domain/order/order.ts';
import {
  clearFailures,
  countFailure,
  deviceSubject,
  lockedUntil,
  personSubject,
} from '../../access/backoff.ts';
import { hashPin, savePin } from '../../access/pin.ts';
import { isRecoveryCode, makeRecoveryCode, recoverySubject } from '../../access/recovery-code.ts';
import { endSessions } from '../../access/session.ts';
import type { Deps } from '../../deps.ts';
import type { Reading } from '../../db/engine.ts';
import { record } from '../../journal/record.ts';
import { loadSite } from '../../load-site.ts';
import { Refused } from '../../refused.ts';

/**
 * Gives an owner a new PIN for the printed recovery code, which is then used up and replaced (U4). Wrong
 * codes back off like PINs. Refusals: not_set_up, pin_locked, recovery_code_wrong.
 */
export async function recoverOwner(
  deps: Deps,
  given: { readonly code: string; readonly pin: string },
  terminal: string,
): Promise<{ recoveryCode: string; staffId: string }> {
  const subjects = [recoverySubject, deviceSubject(terminal)];
  const isRight = await deps.database.write(async (tx) => {
    await loadSite(tx);
    const until = await lockedUntil(tx, subjects);
    if (until > deps.now()) throw new Refused('pin_locked', { until });
    if (await isRecoveryCode(tx, given.code)) return true;
    const at = deps.now();
    const failures = await countFailure(tx, subjects, at);
    const whose = { staffId: recoverySubject, alias: '' };
    await record(deps, tx, [
      { type: 'sign_in_refused', at, by: null, ...whose, terminal, failures },
    ]);
    return false;
  });
  if (!isRight) {
    const until = await deps.database.read((tx) => lockedUntil(tx, subjects));
    throw new Refused('recovery_code_wrong', until > deps.now() ? { until } : {});
  }
  const hashed = await hashPin(deps, given.pin);
  return deps.database.write(async (tx) => {
    // Asked again: the same code sent twice side by side opens once.
    if (!(await isRecoveryCode(tx, given.code))) throw new Refused('recovery_code_wrong');
    const owner = await loadFirstOwner(tx);
    const at = deps.now();
    await savePin(tx, owner.staffId, hashed, at);
    await record(deps, tx, [
      { type: 'recovery_code_used', at, by: null, ...owner },
      { type: 'pin_changed', at, by: null, ...owner },
    ]);
    await endSessions(deps, tx, owner, 'pin_changed');
    await clearFailures(tx, [...subjects, personSubject(owner.staffId)]);
    return { recoveryCode: await makeRecoveryCode(deps, tx, null), staffId: owner.staffId };
  });
}

async function loadFirstOwner(tx: Reading): Promise<Person> {
  const owner = await tx.first(
    tx.sql
      .selectFrom('staff')
      .select(['staff_id as staffId', 'alias'])
      .where('role_id', '=', ownerRoleId)
      .where('active', '=', 1)
      .orderBy('staff_id'),
  );
  if (!owner) throw new Refused('staff_not_found');
  return owner;
}
