import type { Reading } from '../../db/engine.ts';
import { listRoles, listStaff } from './load-staff.ts';

/** Active people whose PIN can approve a void (U3). */
export async function findApprovers(tx: Reading): Promise<{ staffId: string; name: string }[]> {
  const roles = await listRoles(tx);
  const approving = new Set(
    roles.filter((role) => role.permissions.includes('orders.void')).map((role) => role.roleId),
  );
  return (await listStaff(tx))
    .filter((person) => person.active && approving.has(person.roleId))
    .map(({ staffId, name }) => ({ staffId, name }));
}
