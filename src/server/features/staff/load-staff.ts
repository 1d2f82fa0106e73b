import { permissions } from '../../../domain/permission.ts';
import type { Role, StaffFact } from '../../../domain/staff/staff.ts';
import { namesOf } from '../../access/aliases.ts';
import type { Reading } from '../../db/engine.ts';

export type NamedStaff = StaffFact & { readonly name: string };

/** Everybody who works or worked here, with their names, which stand outside the journal (J1). */
export async function listStaff(tx: Reading): Promise<NamedStaff[]> {
  const rows = await tx.all(tx.sql.selectFrom('staff').selectAll());
  const names = await namesOf(
    tx,
    rows.map((row) => row.alias),
  );
  return rows
    .map((row) => ({
      staffId: row.staff_id,
      alias: row.alias,
      name: names[row.alias] ?? '',
      roleId: row.role_id,
      active: row.active === 1,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Roles with their permissions in the catalogue's order. */
export async function listRoles(tx: Reading): Promise<Role[]> {
  const rows = await tx.all(tx.sql.selectFrom('roles').selectAll().orderBy('name'));
  const granted = Map.groupBy(
    await tx.all(tx.sql.selectFrom('role_permissions').selectAll()),
    (row) => row.role_id,
  );
  return rows.map((row) => {
    const held = new Set(granted.get(row.role_id)?.map((each) => each.permission));
    return {
      roleId: row.role_id,
      name: row.name,
      permissions: permissions.filter((permission) => held.has(permission)),
    };
  });
}
