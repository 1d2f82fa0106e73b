import { ownerRoleId } from '../../../domain/permission.ts';
import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordFacts } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { listRoles, listStaff } from './load-staff.ts';

/** Removes a role that nobody has, not even somebody deactivated. Refusals: role_fixed, not_found, role_in_use. */
export async function dropRole(context: CommandContext, roleId: string): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  if (roleId === ownerRoleId) throw new Refused('role_fixed');
  const before = (await listRoles(tx)).find((role) => role.roleId === roleId);
  if (!before) throw new Refused('not_found');
  if ((await listStaff(tx)).some((person) => person.roleId === roleId)) {
    throw new Refused('role_in_use');
  }
  return recordFacts(context, [{ type: 'role_removed', at, by: plain(who), before }]);
}
