import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '../../scripts/project.ts';

const folder = join(projectRoot, 'fixtures/pizzeria');

export type FridayLine = {
  readonly item: string;
  readonly portion: string;
  readonly category: string;
  readonly quantity: number;
  /** Minor units. */
  readonly unitPrice: number;
};
export type FridayOrder = { readonly order: string; readonly lines: readonly FridayLine[] };

type Row = Record<
  'order' | 'date' | 'time' | 'category' | 'item' | 'portion' | 'quantity' | 'unit_price',
  string
>;

/** What was really sold on Friday 2015-11-27: the first orders from 17:00 on, and all those before in which somebody had two alike. */
export function readFriday(count: number): readonly FridayOrder[] {
  const day = rowsOf<Row>('sales-2015.csv').filter(({ date }) => date === '2015-11-27');
  const orders = Map.groupBy(day, ({ order }) => order);
  return [...orders]
    .filter(([, rows]) => rows.some(({ time, quantity }) => time >= '17:00' || quantity !== '1'))
    .slice(0, count)
    .map(([order, rows]) => ({ order, lines: rows.map(toLine) }));
}

/** The menu as a file in which every item names its tax. */
export function menuWithTax(tax: string): string {
  const [head, ...rows] = readFileSync(join(folder, 'menu.csv'), 'utf8').trimEnd().split('\n');
  return [`${head},tax`, ...rows.map((row) => `${row},${tax}`)].join('\n');
}

/** How many portions each item of the menu has: one is a tap, more are two. */
export function readPortionCounts(): ReadonlyMap<string, number> {
  const rows = rowsOf<{ item: string }>('menu.csv');
  return new Map(
    [...Map.groupBy(rows, ({ item }) => item)].map(([item, all]) => [item, all.length]),
  );
}

function toLine({ item, portion, category, quantity, unit_price }: Row): FridayLine {
  const unitPrice = Number(unit_price.replace('.', ''));
  return { item, portion, category, quantity: Number(quantity), unitPrice };
}

function rowsOf<R>(file: string): R[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true });
}
