import type { Reading } from '../db/engine.ts';
import { listCategories, listItems, listTaxes } from '../load-menu.ts';
import { loadSite } from '../load-site.ts';
import { amountText } from '../safe-csv.ts';

export const menuExportColumns = [
  'category',
  'item',
  'portion',
  'price',
  'description',
  'tax',
  'sku',
  'barcode',
  'sold_out',
] as const;
export type MenuExportRow = Readonly<Record<(typeof menuExportColumns)[number], string>>;

/** A row for each portion, in the order of the menu, in the menu file's own columns. */
export async function* menuRows(tx: Reading): AsyncIterable<MenuExportRow> {
  const { exponent } = await loadSite(tx);
  const categories = await listCategories(tx);
  const categoryById = new Map(categories.map((each) => [each.categoryId, each.name]));
  const taxById = new Map((await listTaxes(tx)).map((tax) => [tax.taxId, tax.name]));
  for (const item of await listItems(tx)) {
    for (const { name, price } of item.portions) {
      yield {
        category: categoryById.get(item.categoryId) ?? '',
        item: item.name,
        portion: name,
        price: amountText(price, exponent),
        description: item.description,
        tax: item.taxIds.map((id) => taxById.get(id) ?? '').join('; '),
        sku: item.sku,
        barcode: item.barcode,
        sold_out: item.soldOut ? 'yes' : 'no',
      };
    }
  }
}
