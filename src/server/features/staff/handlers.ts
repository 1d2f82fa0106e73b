import * as routes from '../../../contract/staff.ts';
import { hashPin } from '../../access/pin.ts';
import { commands, commandsAfter, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { journalHead } from '../../journal/append.ts';
import { findApprovers } from './list-approvers.ts';
import { listRoles, listStaff } from './load-staff.ts';
import { dropRole } from './remove-role.ts';
import { changeRole } from './save-role.ts';
import { changeStaff } from './save-staff.ts';

export const staffHandlers: readonly Handler[] = [
  reads(routes.getStaff, async ({ deps, tx }) => ({
    staff: (await listStaff(tx)).map(({ alias: _alias, ...person }) => person),
    roles: (await listRoles(tx)).map((role) => ({ ...role, permissions: [...role.permissions] })),
    seq: (await journalHead(tx, deps.site)).seq,
  })),
  reads(routes.listApprovers, async ({ tx }) => ({ people: await findApprovers(tx) })),
  commandsAfter(
    routes.saveStaff,
    async (deps, { body }) => (body.pin === undefined ? undefined : hashPin(deps, body.pin)),
    (context, { params, body: { pin: _pin, ...person } }, hashed) =>
      changeStaff(context, { ...params, ...person }, hashed),
  ),
  commands(routes.saveRole, (context, { params, body }) =>
    changeRole(context, { ...params, ...body }),
  ),
  commands(routes.removeRole, (context, { params }) => dropRole(context, params.roleId)),
];
