import { permissions } from '../../../domain/permission.ts';
import type { Session } from '../../../contract/site.ts';
import { namesOf } from '../../access/aliases.ts';
import { businessDateOf } from '../../business-day.ts';
import type { Deps } from '../../deps.ts';
import type { Reading } from '../../db/engine.ts';
import { loadSite } from '../../load-site.ts';
import { Refused } from '../../refused.ts';

/** Who somebody is and what they may do at this moment (U2). Refusal: not_signed_in, for one no longer active. */
export async function describeSession(
  deps: Deps,
  tx: Reading,
  staffId: string,
): Promise<Session & { readonly alias: string }> {
  const person = await tx.first(
    tx.sql
      .selectFrom('staff')
      .innerJoin('roles', 'roles.role_id', 'staff.role_id')
      .select(['staff.alias', 'roles.role_id', 'roles.name as role'])
      .where('staff.staff_id', '=', staffId)
      .where('staff.active', '=', 1),
  );
  if (!person) throw new Refused('not_signed_in');
  const granted = await tx.all(
    tx.sql
      .selectFrom('role_permissions')
      .select('permission')
      .where('role_id', '=', person.role_id),
  );
  const held = new Set(granted.map((row) => row.permission));
  return {
    staffId,
    alias: person.alias,
    name: (await namesOf(tx, [person.alias]))[person.alias] ?? '',
    role: person.role,
    permissions: permissions.filter((permission) => held.has(permission)),
    businessDate: businessDateOf(deps.now(), await loadSite(tx)),
  };
}
