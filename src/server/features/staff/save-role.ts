import { ownerRoleId, permissions } from '../../../domain/permission.ts';
import type { Role } from '../../../domain/staff/staff.ts';
import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { refuseTakenName } from '../../unique-name.ts';
import { listRoles } from './load-staff.ts';

/** Adds or changes a role; what is taken away is gone at the next request (U2). Refusals: role_fixed, name_taken. */
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
  const after = { ...given, permissions: permissions.filter((each) => held.has(each)) };
  return recordChange(context, { type: 'role_saved', at, by: plain(who), before, after });
}
