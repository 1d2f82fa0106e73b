import * as z from 'zod/mini';
import { permissions } from '../domain/permission.ts';
import { id, name, pin } from './primitives.ts';
import { route } from './route.ts';

const permission = z.enum(permissions);
const saved = z.object({ seq: z.int() });

export const staffList = z.object({
  staff: z.array(
    z.object({ staffId: z.string(), name: z.string(), roleId: z.string(), active: z.boolean() }),
  ),
  roles: z.array(
    z.object({ roleId: z.string(), name: z.string(), permissions: z.array(permission) }),
  ),
  seq: z.int(),
});
export type StaffList = z.infer<typeof staffList>;

export const getStaff = route({
  name: 'getStaff',
  method: 'GET',
  path: '/staff',
  summary: 'People and roles.',
  access: 'staff.edit',
  kind: 'read',
  answer: staffList,
});
export const listApprovers = route({
  name: 'listApprovers',
  method: 'GET',
  path: '/approvers',
  summary: 'Active people whose PIN can approve a void.',
  access: 'orders.take',
  kind: 'read',
  answer: z.object({ people: z.array(z.object({ staffId: z.string(), name: z.string() })) }),
});
export const saveStaff = route({
  name: 'saveStaff',
  method: 'PUT',
  path: '/staff/:staffId',
  summary:
    'Adds a person (a PIN is then needed) or changes one; deactivating or a new PIN ends their sessions. The last owner stays (U4).',
  access: 'staff.edit',
  kind: 'command',
  params: z.strictObject({ staffId: id }),
  body: z.strictObject({ name: name(60), roleId: id, active: z.boolean(), pin: z.optional(pin) }),
  answer: saved,
});
export const saveRole = route({
  name: 'saveRole',
  method: 'PUT',
  path: '/roles/:roleId',
  summary: 'Adds or changes a role; what is taken away is gone at the next request (U2).',
  access: 'staff.edit',
  kind: 'command',
  params: z.strictObject({ roleId: id }),
  body: z.strictObject({
    name: name(60),
    permissions: z.array(permission).check(z.maxLength(100)),
  }),
  answer: saved,
});
export const removeRole = route({
  name: 'removeRole',
  method: 'DELETE',
  path: '/roles/:roleId',
  summary: 'Removes a role that nobody has.',
  access: 'staff.edit',
  kind: 'command',
  params: z.strictObject({ roleId: id }),
  answer: saved,
});
