/** What a person may do; a role is a set of these (U2). */
export const permissions = [
  'orders.take',
  'orders.void',
  'payments.take',
  'menu.sold_out',
  'menu.edit',
  'floor.edit',
  'reports.view',
  'reports.export',
  'sales.import',
  'staff.edit',
  'settings.edit',
  'journal.view',
  'backups.make',
] as const;

export type Permission = (typeof permissions)[number];

/** The roles that a new site starts with (U2). The owner's is fixed; the others may be changed. */
export const startingRoles = {
  owner: { name: 'Owner', permissions: [...permissions] },
  manager: {
    name: 'Manager',
    permissions: permissions.filter(
      (permission) => !['staff.edit', 'settings.edit', 'backups.make'].includes(permission),
    ),
  },
  cashier: { name: 'Cashier', permissions: ['orders.take', 'payments.take', 'menu.sold_out'] },
} as const satisfies Record<string, { name: string; permissions: readonly Permission[] }>;

export const ownerRoleId = 'owner';
