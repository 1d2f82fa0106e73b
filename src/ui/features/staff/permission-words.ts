import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Permission } from '../../../domain/permission.ts';

type Words = { name: MessageDescriptor; means: MessageDescriptor };

/** Each permission as one would say it to a new colleague. */
export const permissionWords: Record<Permission, Words> = {
  'orders.take': {
    name: msg`Take orders`,
    means: msg`Open tables and quick sales, add and send items, show the bill`,
  },
  'orders.void': {
    name: msg`Void items`,
    means: msg`Take back what was sent or billed, and approve it for others with a PIN`,
  },
  'payments.take': {
    name: msg`Take payments`,
    means: msg`Cash, card and wallets, receipts and copies`,
  },
  'menu.sold_out': {
    name: msg`Mark as sold out`,
    means: msg`Take an item out of sale for now, and bring it back`,
  },
  'menu.edit': {
    name: msg`Change the menu`,
    means: msg`Items, prices, categories, taxes, pictures, imports`,
  },
  'floor.edit': { name: msg`Change the tables`, means: msg`Areas, places, names and seats` },
  'reports.view': { name: msg`See reports`, means: msg`Today’s figures and those of any days` },
  'reports.export': {
    name: msg`Export reports`,
    means: msg`Save figures as files; each export is journaled`,
  },
  'sales.import': {
    name: msg`Import sales`,
    means: msg`Bring in the sales of an earlier till`,
  },
  'staff.edit': {
    name: msg`Look after people`,
    means: msg`Add, change and deactivate people, roles and PINs`,
  },
  'settings.edit': {
    name: msg`Change the settings`,
    means: msg`Name, taxes’ mode, rounding, tenders, locking`,
  },
  'journal.view': {
    name: msg`Read the journal`,
    means: msg`See every change ever made and check that none is missing`,
  },
  'backups.make': { name: msg`Make backups`, means: msg`Copy all data into a file and restore it` },
};
