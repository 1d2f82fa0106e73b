import { describe, expect, it } from 'vitest';
import { ownerRoleId, permissions, startingRoles } from './permission.ts';

describe('the roles of a new site', () => {
  it('U2: the owner may do everything', () => {
    expect(startingRoles[ownerRoleId].permissions).toEqual(permissions);
  });

  it('U2: a manager may do all but run the staff, the settings and the backups', () => {
    expect(permissions.filter((each) => !startingRoles.manager.permissions.includes(each))).toEqual(
      ['staff.edit', 'settings.edit', 'backups.make'],
    );
  });

  it('O3: a cashier takes orders and money, and voids nothing', () => {
    const allowed: readonly string[] = startingRoles.cashier.permissions;
    expect(allowed).toContain('orders.take');
    expect(allowed).toContain('payments.take');
    expect(allowed).not.toContain('orders.void');
    expect(allowed.filter((each) => /edit|view|export|import/.test(each))).toEqual([]);
  });
});
