import type { JournalEvent } from '../../domain/journal-event.ts';
import type { Item } from '../../domain/menu/menu.ts';
import type { Role } from '../../domain/staff/staff.ts';
import type { Tx } from '../db/engine.ts';
import { prepared } from '../db/prepared.ts';
import type { Schema } from '../db/schema.ts';
import { moveCounter, receiptCounter } from './project-order.ts';

/** Brings the tables of menu, floor, people and settings to what the event says. */
export async function projectSettings(tx: Tx, site: string, event: JournalEvent): Promise<void> {
  switch (event.type) {
    case 'site_saved': {
      const { after } = event;
      return replace(
        tx,
        'site',
        { id: 1 },
        {
          name: after.name,
          address: after.address,
          country: after.country,
          currency: after.currency,
          exponent: after.exponent,
          time_zone: after.timeZone,
          cutoff: after.cutoff,
          tax_mode: after.taxMode,
          tax_rounding: after.taxRounding,
          rounding: after.rounding,
          cash_step: after.cashStep,
          idle_lock_minutes: after.idleLockMinutes,
          lock_after_sale: after.lockAfterSale ? 1 : 0,
        },
      );
    }
    case 'tender_saved': {
      const { tenderId, active, ...rest } = event.after;
      return replace(tx, 'tenders', { tender_id: tenderId }, { ...rest, active: active ? 1 : 0 });
    }
    case 'tax_saved': {
      const { taxId, name, ratePpm } = event.after;
      return replace(tx, 'taxes', { tax_id: taxId }, { name, rate_ppm: ratePpm });
    }
    case 'tax_removed':
      await tx.run(tx.sql.deleteFrom('taxes').where('tax_id', '=', event.before.taxId));
      return undefined;
    case 'category_saved': {
      const { categoryId, ...rest } = event.after;
      return replace(tx, 'categories', { category_id: categoryId }, rest);
    }
    case 'category_removed':
      await tx.run(
        tx.sql.deleteFrom('categories').where('category_id', '=', event.before.categoryId),
      );
      return undefined;
    case 'item_saved':
      return saveItem(tx, event.after, event.before === null);
    case 'item_removed':
      await removeItemParts(tx, event.before.itemId);
      await tx.run(tx.sql.deleteFrom('items').where('item_id', '=', event.before.itemId));
      return undefined;
    case 'item_sold_out':
      await tx.run(
        tx.sql
          .updateTable('items')
          .set({ sold_out: event.soldOut ? 1 : 0 })
          .where('item_id', '=', event.itemId),
      );
      return undefined;
    case 'menu_reordered':
      for (const [position, id] of event.categoryIds.entries()) {
        await tx.run(
          tx.sql.updateTable('categories').set({ position }).where('category_id', '=', id),
        );
      }
      for (const [position, id] of event.itemIds.entries()) {
        await tx.run(tx.sql.updateTable('items').set({ position }).where('item_id', '=', id));
      }
      return undefined;
    case 'area_saved': {
      const { areaId, ...rest } = event.after;
      return replace(tx, 'areas', { area_id: areaId }, rest);
    }
    case 'area_removed':
      await tx.run(tx.sql.deleteFrom('areas').where('area_id', '=', event.before.areaId));
      return undefined;
    case 'table_saved': {
      const { tableId, areaId, ...rest } = event.after;
      return replace(tx, 'floor_tables', { table_id: tableId }, { area_id: areaId, ...rest });
    }
    case 'table_removed':
      await tx.run(tx.sql.deleteFrom('floor_tables').where('table_id', '=', event.before.tableId));
      return undefined;
    case 'role_saved':
      return saveRole(tx, event.after);
    case 'role_removed':
      await tx.run(
        tx.sql.deleteFrom('role_permissions').where('role_id', '=', event.before.roleId),
      );
      await tx.run(tx.sql.deleteFrom('roles').where('role_id', '=', event.before.roleId));
      return undefined;
    case 'staff_saved': {
      const { staffId, alias, roleId, active } = event.after;
      return replace(
        tx,
        'staff',
        { staff_id: staffId },
        { alias, role_id: roleId, active: active ? 1 : 0 },
      );
    }
    case 'receipt_copied':
      await tx.run(
        tx.sql
          .updateTable('orders')
          .set({ copies: event.copy })
          .where('order_id', '=', event.orderId),
      );
      return undefined;
    case 'backup_restored':
      return moveCounter(tx, site, receiptCounter, event.nextReceiptNumber - 1);
    default:
      return undefined;
  }
}

/** Writes the row with this key, new or not; updates in place, so that what refers to it stays. */
async function replace(
  tx: Tx,
  table: keyof Schema & string,
  key: Readonly<Record<string, string | number>>,
  values: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const [[column, id] = ['', '']] = Object.entries(key);
  // The builder's types cannot follow a table chosen at run time; the callers above name real columns.
  const sql = tx.sql as never as LooseSql;
  const changed = await tx.run(sql.updateTable(table).set(values).where(column, '=', id));
  if (changed === 0) await tx.run(sql.insertInto(table).values({ ...key, ...values }));
}

type Compiles = Parameters<Tx['run']>[0];
type LooseSql = {
  updateTable(table: string): {
    set(values: object): { where(column: string, operator: '=', value: unknown): Compiles };
  };
  insertInto(table: string): { values(values: object): Compiles };
};

type ItemValues = Omit<Schema['items'], 'item_id'> & { itemId: string };

// Built once each: an imported menu saves thousands of items.
const updateItem = prepared<ItemValues, unknown>((sql, arg) =>
  sql
    .updateTable('items')
    .set({
      category_id: arg('category_id'),
      name: arg('name'),
      description: arg('description'),
      emoji: arg('emoji'),
      picture_id: arg('picture_id'),
      sku: arg('sku'),
      barcode: arg('barcode'),
      position: arg('position'),
      sold_out: arg('sold_out'),
    })
    .where('item_id', '=', arg('itemId')),
);
const insertItem = prepared<ItemValues, unknown>((sql, arg) =>
  sql.insertInto('items').values({
    item_id: arg('itemId'),
    category_id: arg('category_id'),
    name: arg('name'),
    description: arg('description'),
    emoji: arg('emoji'),
    picture_id: arg('picture_id'),
    sku: arg('sku'),
    barcode: arg('barcode'),
    position: arg('position'),
    sold_out: arg('sold_out'),
  }),
);
const deletePortions = prepared<{ itemId: string }, unknown>((sql, arg) =>
  sql.deleteFrom('item_portions').where('item_id', '=', arg('itemId')),
);
const deleteTaxes = prepared<{ itemId: string }, unknown>((sql, arg) =>
  sql.deleteFrom('item_taxes').where('item_id', '=', arg('itemId')),
);

async function saveItem(tx: Tx, item: Item, isNew: boolean): Promise<void> {
  const values: ItemValues = {
    itemId: item.itemId,
    category_id: item.categoryId,
    name: item.name,
    description: item.description,
    emoji: item.emoji,
    picture_id: item.pictureId,
    sku: item.sku,
    barcode: item.barcode,
    position: item.position,
    sold_out: item.soldOut ? 1 : 0,
  };
  if (isNew) {
    await tx.run(insertItem(tx.sql, values));
  } else {
    await tx.run(updateItem(tx.sql, values));
    await removeItemParts(tx, item.itemId);
  }
  await tx.insertRows(
    'item_portions',
    ['item_id', 'portion_id', 'position', 'name', 'price'],
    item.portions.map((portion, i) => [
      item.itemId,
      portion.portionId,
      i,
      portion.name,
      portion.price,
    ]),
  );
  await tx.insertRows(
    'item_taxes',
    ['item_id', 'tax_id', 'position'],
    item.taxIds.map((taxId, i) => [item.itemId, taxId, i]),
  );
}

async function removeItemParts(tx: Tx, itemId: string): Promise<void> {
  await tx.run(deletePortions(tx.sql, { itemId }));
  await tx.run(deleteTaxes(tx.sql, { itemId }));
}

async function saveRole(tx: Tx, role: Role): Promise<void> {
  await replace(tx, 'roles', { role_id: role.roleId }, { name: role.name });
  await tx.run(tx.sql.deleteFrom('role_permissions').where('role_id', '=', role.roleId));
  await tx.insertRows(
    'role_permissions',
    ['role_id', 'permission'],
    role.permissions.map((permission) => [role.roleId, permission]),
  );
}
