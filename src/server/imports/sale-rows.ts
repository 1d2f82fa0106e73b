import { orderLimits } from '../../domain/order/order.ts';
import type { Dining } from '../../domain/order/order.ts';
import { menuLimits } from '../../domain/menu/menu.ts';
import { isDate } from '../business-day.ts';
import type { Moment } from './local-moment.ts';
import type { Columns, CsvRow, Delimiter } from './csv.ts';
import { parseAmount, parseText, parseWhole, wrong } from './parse-cell.ts';
import type { Parsed } from './parse-cell.ts';
import { refusedRow } from './refused-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export type SaleColumn = (typeof saleColumns)['required'][number] | OptionalColumn;
type OptionalColumn = (typeof saleColumns)['optional'][number];

/** The sales file's header, as its format fixes it. */
export const saleColumns = {
  required: ['order', 'date', 'time', 'item', 'quantity', 'unit_price'],
  optional: [
    'category',
    'portion',
    'modifiers',
    'discount',
    'tax',
    'tip',
    'tender',
    'covers',
    'dining',
    'cashier',
    'table',
  ],
} as const satisfies Columns<string>;

/** One line of a sale, checked. Amounts in minor units; what the file leaves open is undefined. */
export type SaleRow = {
  readonly row: number;
  readonly order: string;
  readonly moment: Moment;
  readonly name: string;
  readonly category: string;
  readonly portion: string;
  readonly modifiers: readonly string[];
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly tax: number;
  readonly tip: number;
  readonly tender: string | undefined;
  readonly covers: number | undefined;
  readonly dining: Dining | undefined;
  readonly cashier: string;
  readonly table: string;
};

export type SaleRules = {
  readonly delimiter: Delimiter;
  readonly exponent: number;
  readonly pricesIncludeTax: boolean;
  readonly momentOf: (date: string, time: string) => Moment;
  /** A sale of the past is not later than this instant. */
  readonly latest: number;
};

/** A line's price may not pass this many minor units, or a year of such lines would pass 2^53−1 (M1). */
const largestLine = 1_000_000_000_000;
const largestQuantity = 1_000_000;

/** Checks one row of a sales file; the first wrong cell refuses it. */
export function readSaleRow(
  { row, cells }: CsvRow<SaleColumn>,
  rules: SaleRules,
): SaleRow | RefusedRow {
  let refused: RefusedRow | undefined;
  const take = <T>(column: SaleColumn, parsed: Parsed<T>, otherwise: T): T => {
    if (parsed.ok) return parsed.value;
    refused ??= refusedRow(row, column, cells[column], parsed.reason);
    return otherwise;
  };
  const text = (column: SaleColumn, least: 0 | 1, most: number): string =>
    take(column, parseText(cells[column], least, most), '');
  const amount = (column: SaleColumn): number =>
    cells[column] === '' ? 0 : take(column, parseAmount(cells[column], rules), 0);

  const order = text('order', 1, 100);
  const date = take('date', readDate(cells.date), '');
  const time = take('time', readTime(cells.time), '');
  const name = text('item', 1, menuLimits.name);
  const quantity = take('quantity', parseWhole(cells.quantity, 1, largestQuantity), 1);
  const unitPrice = take('unit_price', parseAmount(cells.unit_price, rules), 0);
  const discount = amount('discount');
  const tax = amount('tax');
  const sale = {
    row,
    order,
    name,
    quantity,
    unitPrice,
    discount,
    tax,
    category: text('category', 0, 120),
    portion: text('portion', 0, 60),
    modifiers: take('modifiers', readModifiers(cells.modifiers), []),
    tip: amount('tip'),
    tender: text('tender', 0, 40) || undefined,
    covers:
      cells.covers === ''
        ? undefined
        : take('covers', parseWhole(cells.covers, 0, orderLimits.covers), 0),
    dining: take('dining', readDining(cells.dining), undefined),
    cashier: text('cashier', 0, 60),
    table: text('table', 0, 60),
  };
  if (refused) return refused;
  const price = unitPrice * quantity;
  if (price > largestLine) {
    return refusedRow(
      row,
      'unit_price',
      cells.unit_price,
      'The line is larger than the till takes.',
    );
  }
  if (discount > price) {
    return refusedRow(row, 'discount', cells.discount, 'The discount is more than the line.');
  }
  if (rules.pricesIncludeTax && tax > price - discount) {
    return refusedRow(row, 'tax', cells.tax, 'The tax inside the price is more than the price.');
  }
  const moment = rules.momentOf(date, time);
  if (moment.at > rules.latest) {
    return refusedRow(row, 'date', cells.date, 'A sale of the past cannot lie in the future.');
  }
  return { ...sale, moment };
}

export function isRefused(read: SaleRow | RefusedRow): read is RefusedRow {
  return 'reason' in read;
}

function readDate(text: string): Parsed<string> {
  if (!isDate(text)) return wrong('That is not a date. Write it as YYYY-MM-DD.');
  if (text < '1970-01-02') return wrong('The till knows no day before 1970-01-02.');
  return { ok: true, value: text };
}

function readTime(text: string): Parsed<string> {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)
    ? { ok: true, value: text }
    : wrong('That is not a time of day. Write it as HH:MM or HH:MM:SS.');
}

function readModifiers(text: string): Parsed<readonly string[]> {
  if (text === '') return { ok: true, value: [] };
  const names = text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.some((name) => name.length > menuLimits.name)
    ? wrong(`A modifier is longer than ${menuLimits.name} characters.`)
    : { ok: true, value: names };
}

function readDining(text: string): Parsed<Dining | undefined> {
  if (text === '') return { ok: true, value: undefined };
  return text === 'here' || text === 'to_go' || text === 'delivery'
    ? { ok: true, value: text }
    : wrong('Write here, to_go or delivery.');
}
