import { money } from '../domain/money.ts';
import type { Category, Item, Portion, Tax } from '../domain/menu/menu.ts';
import type { Reading } from './db/engine.ts';
import { prepared } from './db/prepared.ts';
import type { Schema } from './db/schema.ts';

type ItemRow = Schema['items'];
type PortionRow = Schema['item_portions'];
type ItemTaxRow = Schema['item_taxes'];
type None = Record<never, never>;

const allCategories = prepared<None, Schema['categories']>((sql) =>
  sql.selectFrom('categories').selectAll().orderBy('position').orderBy('category_id'),
);
const categoryById = prepared<{ categoryId: string }, Schema['categories']>((sql, arg) =>
  sql.selectFrom('categories').selectAll().where('category_id', '=', arg('categoryId')),
);
const allTaxes = prepared<None, Schema['taxes']>((sql) =>
  sql.selectFrom('taxes').selectAll().orderBy('name').orderBy('tax_id'),
);
const allItems = prepared<None, ItemRow>((sql) =>
  sql.selectFrom('items').selectAll().orderBy('position').orderBy('item_id'),
);
const allPortions = prepared<None, PortionRow>((sql) =>
  sql.selectFrom('item_portions').selectAll().orderBy('position'),
);
const allItemTaxes = prepared<None, ItemTaxRow>((sql) =>
  sql.selectFrom('item_taxes').selectAll().orderBy('position'),
);
const itemById = prepared<{ itemId: string }, ItemRow>((sql, arg) =>
  sql.selectFrom('items').selectAll().where('item_id', '=', arg('itemId')),
);
const portionsOfItem = prepared<{ itemId: string }, PortionRow>((sql, arg) =>
  sql
    .selectFrom('item_portions')
    .selectAll()
    .where('item_id', '=', arg('itemId'))
    .orderBy('position'),
);
const taxesOfItem = prepared<{ itemId: string }, ItemTaxRow>((sql, arg) =>
  sql.selectFrom('item_taxes').selectAll().where('item_id', '=', arg('itemId')).orderBy('position'),
);

/** All items in the order they are shown: by their categories' order, then their own. */
export async function listItems(tx: Reading): Promise<Item[]> {
  const rankById = new Map(
    (await tx.all(allCategories(tx.sql, {}))).map((row, rank) => [row.category_id, rank]),
  );
  const rank = (row: ItemRow): number => rankById.get(row.category_id) ?? rankById.size;
  const rows = await tx.all(allItems(tx.sql, {}));
  const portionsById = Map.groupBy(await tx.all(allPortions(tx.sql, {})), (row) => row.item_id);
  const taxesById = Map.groupBy(await tx.all(allItemTaxes(tx.sql, {})), (row) => row.item_id);
  return rows
    .sort((a, b) => rank(a) - rank(b) || a.position - b.position)
    .map((row) =>
      rowToItem(row, portionsById.get(row.item_id) ?? [], taxesById.get(row.item_id) ?? []),
    );
}

/** Categories in the order they are shown. */
export async function listCategories(tx: Reading): Promise<Category[]> {
  return (await tx.all(allCategories(tx.sql, {}))).map(rowToCategory);
}

export async function listTaxes(tx: Reading): Promise<Tax[]> {
  return (await tx.all(allTaxes(tx.sql, {}))).map(rowToTax);
}

export async function findItem(tx: Reading, itemId: string): Promise<Item | undefined> {
  const row = await tx.first(itemById(tx.sql, { itemId }));
  if (!row) return undefined;
  return rowToItem(
    row,
    await tx.all(portionsOfItem(tx.sql, { itemId })),
    await tx.all(taxesOfItem(tx.sql, { itemId })),
  );
}

export async function findCategory(tx: Reading, categoryId: string): Promise<Category | undefined> {
  const row = await tx.first(categoryById(tx.sql, { categoryId }));
  return row && rowToCategory(row);
}

function rowToCategory(row: Schema['categories']): Category {
  return {
    categoryId: row.category_id,
    name: row.name,
    emoji: row.emoji,
    hue: row.hue,
    position: row.position,
  };
}

function rowToTax(row: Schema['taxes']): Tax {
  return { taxId: row.tax_id, name: row.name, ratePpm: row.rate_ppm };
}

function rowToPortion(row: PortionRow): Portion {
  return { portionId: row.portion_id, name: row.name, price: money(row.price) };
}

function rowToItem(
  row: ItemRow,
  portions: readonly PortionRow[],
  taxes: readonly ItemTaxRow[],
): Item {
  return {
    itemId: row.item_id,
    categoryId: row.category_id,
    name: row.name,
    description: row.description,
    emoji: row.emoji,
    pictureId: row.picture_id,
    sku: row.sku,
    barcode: row.barcode,
    taxIds: taxes.map((tax) => tax.tax_id),
    portions: portions.map(rowToPortion),
    position: row.position,
    soldOut: row.sold_out === 1,
  };
}
