import { ownerRoleId } from '../../../domain/permission.ts';
import type { StaffFact } from '../../../domain/staff/staff.ts';
import { rememberName } from '../../access/aliases.ts';
import { clearFailures, personSubject } from '../../access/backoff.ts';
import { savePin } from '../../access/pin.ts';
import type { PinHash } from '../../access/pin.ts';
import { endSessions, plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange, recordFacts } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { refuseTakenName } from '../../unique-name.ts';
import { listRoles, listStaff } from './load-staff.ts';
import type { NamedStaff } from './load-staff.ts';

type Given = Omit<NamedStaff, 'alias'>;

/**
 * Adds a person, who needs a PIN, or changes one. Whoever is deactivated or given a new PIN is signed out
 * everywhere at once (U2). Refusals: name_taken among active people, last_owner (U4), owners_only,
 * not_found for the role, malformed without the PIN of somebody new.
 */
export async function changeStaff(
  context: CommandContext,
  given: Given,
  pin: PinHash | undefined,
): Promise<{ seq: number }> {
  const { deps, tx, who, at } = context;
  const everybody = await listStaff(tx);
  const known = everybody.find((person) => person.staffId === given.staffId);
  await checkChange(context, given, known, everybody);
  if (!known && !pin) {
    throw new Refused('malformed', undefined, [
      { path: 'body.pin', message: 'Somebody new needs a PIN.' },
    ]);
  }
  const { name, ...fact } = given;
  const after: StaffFact = { ...fact, alias: await rememberName(deps, tx, name) };
  const before = known ? withoutName(known) : null;
  const by = plain(who);
  await recordChange(context, { type: 'staff_saved', at, by, before, after });
  if (pin) {
    await savePin(tx, given.staffId, pin, at);
    await clearFailures(tx, [personSubject(given.staffId)]);
    if (known) {
      const { staffId, alias } = after;
      await recordFacts(context, [{ type: 'pin_changed', at, by, staffId, alias }]);
    }
  }
  if (!given.active) await endSessions(deps, tx, after, 'deactivated');
  else if (pin) await endSessions(deps, tx, after, 'pin_changed');
  return recordFacts(context, []);
}

function withoutName({ staffId, alias, roleId, active }: NamedStaff): StaffFact {
  return { staffId, alias, roleId, active };
}

async function checkChange(
  { tx, who }: CommandContext,
  given: Given,
  known: NamedStaff | undefined,
  everybody: readonly NamedStaff[],
): Promise<void> {
  if (!(await listRoles(tx)).some((role) => role.roleId === given.roleId)) {
    throw new Refused('not_found', undefined, [
      { path: 'body.roleId', message: 'There is no such role.' },
    ]);
  }
  const others = everybody.filter((person) => person !== known && person.active);
  if (given.active) {
    refuseTakenName(
      given.name,
      others.map((person) => person.name),
    );
  }
  const owns = (person: Omit<StaffFact, 'alias'> | undefined): boolean =>
    person !== undefined && person.active && person.roleId === ownerRoleId;
  // Or whoever may edit people could make themselves an owner, or take an owner's PIN.
  const concernsOwner = known?.roleId === ownerRoleId || given.roleId === ownerRoleId;
  if (concernsOwner && who.roleId !== ownerRoleId) throw new Refused('owners_only');
  if (owns(known) && !owns(given) && !others.some(owns)) throw new Refused('last_owner');
}
