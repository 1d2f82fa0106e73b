import { ownerRoleId, permissions } from '../../../domain/permission.ts';
import type { Role } from '../../../domain/staff/staff.ts';
import { may, plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { refuseTakenName } from '../../unique-name.ts';
import { listRoles } from './load-staff.ts';

/** Adds or changes a role; what is taken away is gone at the next request (U2). Refusals: role_fixed, name_taken, permission_missing. */
export async function changeRole(context: CommandContext, given: Role): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  if (given.roleId === ownerRoleId) throw new Refused('role_fixed');
  const roles = await listRoles(tx);
  const before = roles.find((role) => role.roleId === given.roleId) ?? null;
  refuseTakenName(
    given.name,
    roles.filter((role) => role !== before).map((role) => role.name),
  );
  const held = new Set(given.permissions);
  // Nobody hands out what they do not have themselves.
  const changed = permissions.filter(
    (each) => held.has(each) !== before?.permissions.includes(each),
  );
  const beyond = changed.find((each) => held.has(each) && !may(who, each));
  if (beyond) throw new Refused('permission_missing', { permission: beyond });
  const after = { ...given, permissions: permissions.filter((each) => held.has(each)) };
  return recordChange(context, { type: 'role_saved', at, by: plain(who), before, after });
}
