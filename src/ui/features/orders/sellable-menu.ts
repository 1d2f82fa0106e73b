import type { Menu } from '../../../contract/menu.ts';
import type { TaxMode } from '../../../domain/bill/bill.ts';
import { fold } from '../../../domain/menu/fold.ts';
import type { Item, Portion } from '../../../domain/menu/menu.ts';
import type { LineItem } from '../../../domain/order/order.ts';

/** An item as a tile shows it. */
export type Sellable = {
  readonly item: Item;
  readonly hue: number;
  readonly emoji: string;
  readonly category: string;
  readonly folded: string;
};

export type SellableMenu = {
  readonly categories: Menu['categories'];
  readonly all: readonly Sellable[];
  readonly byCategory: ReadonlyMap<string, readonly Sellable[]>;
  /** The snapshot that a line keeps; the server makes its own and compares the price (M8, M11). */
  readonly lineItem: (sold: Sellable, portion: Portion) => LineItem;
};

/** The menu as the order screen needs it, made once per change of the menu. */
export function sellableMenu(menu: Menu, taxMode: TaxMode): SellableMenu {
  const categories = new Map(menu.categories.map((one) => [one.categoryId, one]));
  const taxes = new Map(menu.taxes.map((tax) => [tax.taxId, tax]));
  const byCategory = new Map<string, Sellable[]>(
    menu.categories.map((one) => [one.categoryId, []]),
  );
  for (const item of menu.items) {
    const category = categories.get(item.categoryId);
    byCategory.get(item.categoryId)?.push({
      item,
      hue: category?.hue ?? 265,
      emoji: item.emoji || category?.emoji || '🍽️',
      category: category?.name ?? '',
      folded: fold(item.name),
    });
  }
  return {
    categories: menu.categories.filter((one) => (byCategory.get(one.categoryId)?.length ?? 0) > 0),
    all: [...byCategory.values()].flat(),
    byCategory,
    lineItem: ({ item, category }, portion) => ({
      itemId: item.itemId,
      name: item.name,
      categoryId: item.categoryId,
      category,
      portionId: portion.portionId,
      portion: portion.name,
      unitPrice: portion.price,
      taxes: item.taxIds.flatMap((taxId) => {
        const tax = taxes.get(taxId);
        return tax ? [{ taxId, name: tax.name, ratePpm: tax.ratePpm }] : [];
      }),
      taxMode,
    }),
  };
}

/** What a line's item is today: an old price is for the old line only (M9). */
export function currentItem(menu: SellableMenu | undefined, line: LineItem): LineItem {
  const sold = menu?.all.find((each) => each.item.itemId === line.itemId);
  const portion = sold?.item.portions.find((each) => each.portionId === line.portionId);
  return menu && sold && portion ? menu.lineItem(sold, portion) : line;
}

/** Up to three sizes in the room of a corner, such as "S M L"; empty for one, undefined for too many. */
export function portionLetters(portions: readonly Portion[]): string | undefined {
  if (portions.length < 2) return '';
  if (portions.length > 3) return undefined;
  const names = portions.map(({ name }) => name.trim());
  const areShort = names.every((name) => name.length <= 3);
  const letters = areShort ? names : names.map((name) => [...name][0]?.toUpperCase() ?? '');
  return letters.join(' ');
}
