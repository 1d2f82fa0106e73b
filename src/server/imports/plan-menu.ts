import { createHash } from 'node:crypto';
import { menuLimits } from '../../domain/menu/menu.ts';
import type { Category, Item, Portion, Tax } from '../../domain/menu/menu.ts';
import { money } from '../../domain/money.ts';
import { isSame } from '../journal/record-change.ts';
import { isSameName } from '../unique-name.ts';
import { lookOfCategory } from './category-look.ts';
import type { MenuRow, TaxMention } from './menu-rows.ts';
import { refusedRow } from './refused-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export type MenuBefore = {
  readonly categories: readonly Category[];
  readonly items: readonly Item[];
  readonly taxes: readonly Tax[];
};

export type Saved<T> = { readonly before: T | null; readonly after: T };

/** What importing a menu would change, decided before anything is written. */
export type MenuPlan = {
  readonly taxes: readonly Tax[];
  readonly categories: readonly Category[];
  readonly items: readonly Saved<Item>[];
  readonly refused: readonly RefusedRow[];
  /** Rows, that is portions: each of the file's is one of these, or refused. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** New items whose rows name no tax. */
  readonly untaxed: number;
};

/**
 * Finds what the rows add and change: an item is known by its SKU, else by category and name; its portion
 * by the SKU, else by its name. Nothing is ever removed, and an empty cell leaves what is there. A new item whose
 * rows name no tax carries `otherTaxIds`.
 */
export function planMenu(
  before: MenuBefore,
  rows: readonly MenuRow[],
  makeId: () => string,
  otherTaxIds: readonly string[],
): MenuPlan {
  const menu = new MenuInTheMaking(before, makeId, otherTaxIds);
  for (const group of itemsOf(rows).values()) menu.takeItem(group);
  return menu.plan();
}

/** Rows of one item with different portions belong together, wherever they stand. */
function itemsOf(rows: readonly MenuRow[]): Map<string, MenuRow[]> {
  return Map.groupBy(rows, (row) => `${row.category.toLowerCase()}\n${row.item}`);
}

class MenuInTheMaking {
  readonly #categories: Category[];
  readonly #taxes: Tax[];
  readonly #newCategories: Category[] = [];
  readonly #newTaxes: Tax[] = [];
  readonly #itemBySku = new Map<string, Item>();
  readonly #itemByName = new Map<string, Item>();
  readonly #taken = new Map<string, MenuRow>();
  readonly #saved: Saved<Item>[] = [];
  readonly #refused: RefusedRow[] = [];
  readonly #makeId: () => string;
  readonly #otherTaxIds: readonly string[];
  readonly #counts = { added: 0, changed: 0, unchanged: 0, untaxed: 0 };
  #position: number;

  constructor(before: MenuBefore, makeId: () => string, otherTaxIds: readonly string[]) {
    this.#otherTaxIds = otherTaxIds;
    this.#categories = [...before.categories];
    this.#taxes = [...before.taxes];
    this.#makeId = makeId;
    this.#position = before.items.reduce((most, item) => Math.max(most, item.position), -1);
    for (const item of before.items) {
      this.#itemByName.set(nameKey(item.categoryId, item.name), item);
      for (const portion of item.portions) this.#itemBySku.set(portion.portionId, item);
      if (item.sku) this.#itemBySku.set(portionIdOf(item.sku), item);
    }
  }

  plan(): MenuPlan {
    return {
      taxes: this.#newTaxes,
      categories: this.#newCategories,
      items: this.#saved,
      refused: this.#refused,
      ...this.#counts,
    };
  }

  takeItem(group: readonly MenuRow[]): void {
    const rows = this.#consistent(group);
    const [first] = rows;
    if (!first) return;
    const categoryBefore = this.#findCategory(first.category);
    const sku = rows.find((row) => row.sku)?.sku;
    const named =
      categoryBefore && this.#itemByName.get(nameKey(categoryBefore.categoryId, first.item));
    const known =
      rows.map((row) => row.sku && this.#itemBySku.get(portionIdOf(row.sku))).find(Boolean) ||
      named;
    if (known && named && known !== named) {
      return this.#refuse(first, 'sku', `Another item is called ${first.item} in this category.`);
    }
    const rival = known && this.#taken.get(known.itemId);
    if (rival) return this.#refuse(first, 'sku', `Row ${rival.row} has the item of this SKU.`);
    if (known) this.#taken.set(known.itemId, first);
    const taxIds = this.#taxesOf(first, rows);
    if (!taxIds) return undefined;
    if (!known && taxIds === 'as they are') this.#counts.untaxed += 1;
    const { categoryId } = categoryBefore ?? this.#addCategory(first.category);
    const start: Item = known ?? {
      itemId: this.#makeId(),
      categoryId,
      name: first.item,
      description: '',
      emoji: '',
      pictureId: null,
      sku: sku ?? '',
      barcode: '',
      taxIds: this.#otherTaxIds,
      portions: [],
      position: (this.#position += 1),
      soldOut: false,
    };
    const given: Item = {
      ...start,
      categoryId,
      name: first.item,
      // Several SKUs of one item are its portions', the first stands for the item.
      sku: rows.some((row) => row.sku === start.sku) ? start.sku : (sku ?? start.sku),
      description: rows.find((row) => row.description)?.description ?? start.description,
      barcode: rows.find((row) => row.barcode)?.barcode ?? start.barcode,
      taxIds: taxIds === 'as they are' ? start.taxIds : taxIds,
      soldOut: rows.find((row) => row.soldOut !== undefined)?.soldOut ?? start.soldOut,
    };
    const portions = [...start.portions];
    const isItemChanged = known !== undefined && !isSame({ ...given, portions }, known);
    for (const row of rows) this.#takePortion(row, portions, isItemChanged);
    const after = { ...given, portions };
    if (known && isSame(after, known)) return undefined;
    this.#saved.push({ before: known ?? null, after });
    return undefined;
  }

  #takePortion(row: MenuRow, portions: Portion[], isItemChanged: boolean): void {
    const skuId = row.sku === undefined ? undefined : portionIdOf(row.sku);
    const bySku = portions.findIndex((portion) => portion.portionId === skuId);
    const place = bySku === -1 ? portions.findIndex(({ name }) => name === row.portion) : bySku;
    const known = portions[place];
    if (!known) {
      if (portions.length >= menuLimits.portions) {
        return this.#refuse(row, 'portion', `An item has at most ${menuLimits.portions} portions.`);
      }
      if (portions.some(({ name }) => (name === '') !== (row.portion === ''))) {
        return this.#refuse(row, 'portion', namelessPortion);
      }
      const portionId = skuId ?? this.#makeId();
      portions.push({ portionId, name: row.portion, price: money(row.price) });
      this.#counts.added += 1;
      return undefined;
    }
    const after = { ...known, name: row.portion, price: money(row.price) };
    portions[place] = after;
    this.#counts[isItemChanged || !isSame(after, known) ? 'changed' : 'unchanged'] += 1;
    return undefined;
  }

  /** The rows of an item that do not contradict each other. */
  #consistent(group: readonly MenuRow[]): MenuRow[] {
    const rows: MenuRow[] = [];
    for (const row of group) {
      const twin = rows.find(({ portion }) => portion === row.portion);
      const [first] = rows;
      if (twin) {
        this.#refuse(row, 'portion', `Row ${twin.row} has the same item and portion.`);
      } else if (first && (first.portion === '') !== (row.portion === '')) {
        this.#refuse(row, 'portion', namelessPortion);
      } else if (first?.tax && row.tax && first.tax !== row.tax) {
        this.#refuse(row, 'tax', `Row ${first.row} of this item says ${first.tax}.`);
      } else if (first && isContrary(first.soldOut, row.soldOut)) {
        this.#refuse(row, 'sold_out', `Row ${first.row} differs; an item is sold out as a whole.`);
      } else {
        rows.push(row);
      }
    }
    return rows;
  }

  #taxesOf(
    first: MenuRow,
    rows: readonly MenuRow[],
  ): readonly string[] | 'as they are' | undefined {
    const mentions = rows.find((row) => row.taxes)?.taxes;
    if (!mentions) return 'as they are';
    const ids: string[] = [];
    for (const mention of mentions) {
      const tax = this.#findTax(mention) ?? this.#addTax(mention);
      if (!tax) {
        this.#refuse(
          first,
          'tax',
          'There is no tax of this name. Add it first, or write its rate.',
        );
        return undefined;
      }
      if (!ids.includes(tax.taxId)) ids.push(tax.taxId);
    }
    return ids;
  }

  #findTax({ name, ratePpm }: TaxMention): Tax | undefined {
    return (
      this.#taxes.find((tax) => isSameName(tax.name, name)) ??
      this.#taxes.find((tax) => tax.ratePpm === ratePpm)
    );
  }

  #addTax({ name, ratePpm }: TaxMention): Tax | undefined {
    if (ratePpm === undefined) return undefined;
    const tax = { taxId: this.#makeId(), name: `Tax ${name}`, ratePpm };
    this.#taxes.push(tax);
    this.#newTaxes.push(tax);
    return tax;
  }

  #findCategory(name: string): Category | undefined {
    return (
      this.#categories.find((category) => category.name === name) ??
      this.#categories.find((category) => isSameName(category.name, name))
    );
  }

  #addCategory(name: string): Category {
    const position = this.#categories.reduce((most, each) => Math.max(most, each.position), -1) + 1;
    const category = {
      categoryId: this.#makeId(),
      name,
      ...lookOfCategory(name, this.#categories.length),
      position,
    };
    this.#categories.push(category);
    this.#newCategories.push(category);
    return category;
  }

  #refuse(row: MenuRow, column: 'portion' | 'tax' | 'sold_out' | 'sku', reason: string): void {
    const value = column === 'sold_out' ? '' : (row[column] ?? '');
    this.#refused.push(refusedRow(row.row, column, value, reason));
  }
}

const namelessPortion =
  'An item has one price without a portion, or a name for each of its portions.';

function nameKey(categoryId: string, name: string): string {
  return `${categoryId}\n${name}`;
}

/** A portion that came with an SKU is known by it, whatever it is renamed to. */
function portionIdOf(sku: string): string {
  return `sku-${createHash('sha256').update(sku).digest('hex').slice(0, 32)}`;
}

function isContrary(a: boolean | undefined, b: boolean | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
