import type { Category, Item } from '../../../domain/menu/menu.ts';
import { money } from '../../../domain/money.ts';
import type { Person } from '../../../domain/order/order.ts';
import { addDays, businessDateOf } from '../../business-day.ts';
import type { Reading, Tx } from '../../db/engine.ts';
import type { Deps } from '../../deps.ts';
import { importSales, readSalesFile } from '../../imports/import-sales.ts';
import { readMenuFile } from '../../imports/import-menu.ts';
import { record } from '../../journal/record.ts';
import { loadSite } from '../../load-site.ts';
import { newId } from '../../new-id.ts';
import { readProgramFile } from '../../program-files.ts';
import { Refused } from '../../refused.ts';
import { amountText } from '../../safe-csv.ts';
import { demoAreas } from './demo-floor.ts';
import { demoCategories, demoExtras, pizzaEmoji } from './demo-menu.ts';
import type { DemoItem } from './demo-menu.ts';
import { demoSales } from './demo-sales.ts';

const fixtures = 'fixtures/pizzeria';

export type DemoOptions = {
  readonly at: number;
  readonly by: Person | null;
  /** Whose names stand on the sales of the past year. */
  readonly cashiers: readonly string[];
};
export type DemoLoaded = { items: number; tables: number; orders: number };

/**
 * Lays out the demo restaurant: the pizzeria's menu with drinks, sides and sweets, a dozen tables, and its
 * year of sales, moved so that it ended yesterday. Refusal: conflict, where the till holds anything already.
 */
export async function loadDemo(
  deps: Deps,
  tx: Tx,
  { at, by, cashiers }: DemoOptions,
): Promise<DemoLoaded> {
  if (await holdsAnything(tx)) throw new Refused('conflict');
  const site = await loadSite(tx);
  const makeId = (): string => newId(at, deps.randomBytes);
  const saved = { at, by, before: null } as const;

  const menu = demoMenu(site.exponent, makeId);
  await record(deps, tx, [
    ...menu.categories.map((after) => ({ type: 'category_saved' as const, ...saved, after })),
    ...menu.items.map((after) => ({ type: 'item_saved' as const, ...saved, after })),
  ]);
  for (const [position, { name, tables }] of demoAreas.entries()) {
    const areaId = makeId();
    await record(deps, tx, [
      { type: 'area_saved', ...saved, after: { areaId, name, position } },
      ...tables.map((table) => ({
        type: 'table_saved' as const,
        ...saved,
        after: { tableId: makeId(), areaId, ...table },
      })),
    ]);
  }
  const tables = demoAreas.flatMap((area) => area.tables.map(({ name }) => name));
  const file = readSalesFile(readProgramFile(`${fixtures}/sales-2015.csv`));
  const table = demoSales(file.table, {
    lastDate: addDays(businessDateOf(at, site), -1),
    amount: (text) => amountText(demoAmount(hundredths(text), site.exponent), site.exponent),
    tables,
    cashiers,
  });
  const { orders } = await importSales(
    deps,
    tx,
    { ...file, table },
    { at, by, skipBadRows: false, pricesIncludeTax: site.taxMode === 'inclusive' },
  );
  return { items: menu.items.length, tables: tables.length, orders };
}

async function holdsAnything(tx: Reading): Promise<boolean> {
  for (const table of ['categories', 'items', 'areas', 'floor_tables', 'orders'] as const) {
    const row = await tx.first(
      tx.sql
        .selectFrom(table)
        .select(({ lit }) => lit(1).as('one'))
        .limit(1),
    );
    if (row) return true;
  }
  return false;
}

function demoMenu(
  exponent: number,
  makeId: () => string,
): { readonly categories: readonly Category[]; readonly items: readonly Item[] } {
  const categories = demoCategories.map((category, position) => ({
    categoryId: makeId(),
    ...category,
    position,
  }));
  const idByName = new Map(categories.map(({ name, categoryId }) => [name, categoryId]));
  const items = [...pizzas(), ...demoExtras].map((item, position): Item => {
    const categoryId = idByName.get(item.category);
    if (!categoryId) throw new Error(`the demo has no category ${item.category}`);
    return {
      itemId: makeId(),
      categoryId,
      name: item.name,
      description: item.description ?? '',
      emoji: item.emoji,
      pictureId: null,
      sku: '',
      barcode: '',
      taxIds: [],
      portions: item.portions.map(([name, price]) => ({
        portionId: makeId(),
        name,
        price: money(demoAmount(price, exponent)),
      })),
      position,
      soldOut: false,
    };
  });
  return { categories, items };
}

/** The menu file's pizzas, each with its portions. */
function pizzas(): DemoItem[] {
  const { table } = readMenuFile(readProgramFile(`${fixtures}/menu.csv`));
  return [...Map.groupBy(table.rows, ({ cells }) => cells.item)].map(([name, rows]) => ({
    category: rows[0]?.cells.category ?? '',
    name,
    emoji: pizzaEmoji[name] ?? '🍕',
    portions: rows.map(({ cells }) => [cells.portion, hundredths(cells.price)] as const),
  }));
}

/** The fixtures' prices all have exactly two decimals. */
function hundredths(text: string): number {
  return Number(text.replace('.', ''));
}

/** 12.75 stays 12.75 where a currency has decimals, and becomes 1275 where it has none: a yen is a small coin. */
export function demoAmount(price: number, exponent: number): number {
  return exponent <= 2 ? price : price * 10 ** (exponent - 2);
}
