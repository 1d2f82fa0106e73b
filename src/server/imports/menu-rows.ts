import { menuLimits } from '../../domain/menu/menu.ts';
import type { Columns, CsvRow, Delimiter } from './csv.ts';
import { parseAmount, parseText, wrong } from './parse-cell.ts';
import type { Parsed } from './parse-cell.ts';
import { refusedRow } from './refused-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export type MenuColumn =
  (typeof menuColumns)['required'][number] | (typeof menuColumns)['optional'][number];

/** The menu file's header, as its format fixes it. */
export const menuColumns = {
  required: ['category', 'item', 'price'],
  optional: ['portion', 'description', 'tax', 'sku', 'barcode', 'sold_out'],
} as const satisfies Columns<string>;

/** A tax as the file gives it: by a name, or by a rate in parts per million. */
export type TaxMention = { readonly name: string; readonly ratePpm: number | undefined };

/** One portion of one item, checked. What the file leaves empty is undefined and stays as it is. */
export type MenuRow = {
  readonly row: number;
  readonly category: string;
  readonly item: string;
  readonly portion: string;
  readonly price: number;
  readonly description: string | undefined;
  readonly taxes: readonly TaxMention[] | undefined;
  readonly tax: string;
  readonly sku: string | undefined;
  readonly barcode: string | undefined;
  readonly soldOut: boolean | undefined;
};

/** Checks one row of a menu file; the first wrong cell refuses it. */
export function readMenuRow(
  { row, cells }: CsvRow<MenuColumn>,
  format: { readonly delimiter: Delimiter; readonly exponent: number },
): MenuRow | RefusedRow {
  let refused: RefusedRow | undefined;
  const take = <T>(column: MenuColumn, parsed: Parsed<T>, otherwise: T): T => {
    if (parsed.ok) return parsed.value;
    refused ??= refusedRow(row, column, cells[column], parsed.reason);
    return otherwise;
  };
  const text = (column: MenuColumn, least: 0 | 1, most: number): string =>
    take(column, parseText(cells[column], least, most), '');
  const read: MenuRow = {
    row,
    category: text('category', 1, 120),
    item: text('item', 1, menuLimits.name),
    portion: text('portion', 0, 60),
    price: take('price', parseAmount(cells.price, format), 0),
    description: text('description', 0, menuLimits.description) || undefined,
    tax: cells.tax,
    taxes: take('tax', readTaxes(cells.tax, format.delimiter), undefined),
    sku: text('sku', 0, 64) || undefined,
    barcode: text('barcode', 0, 64) || undefined,
    soldOut: take('sold_out', readYesNo(cells.sold_out), undefined),
  };
  return refused ?? read;
}

export function isRefused(read: MenuRow | RefusedRow): read is RefusedRow {
  return 'reason' in read;
}

function readTaxes(text: string, delimiter: Delimiter): Parsed<readonly TaxMention[] | undefined> {
  if (text === '') return { ok: true, value: undefined };
  const mentions: TaxMention[] = [];
  for (const name of text.split(';').map((part) => part.trim())) {
    if (name === '') return wrong('One of the taxes is empty.');
    if (name.length > 60) return wrong('A tax’s name has at most 60 characters.');
    mentions.push({ name, ratePpm: readRate(name, delimiter) });
  }
  if (mentions.some(({ ratePpm }) => ratePpm !== undefined && ratePpm > 1_000_000)) {
    return wrong('A tax is at most 100 %.');
  }
  return mentions.length > menuLimits.taxes
    ? wrong(`An item carries at most ${menuLimits.taxes} taxes.`)
    : { ok: true, value: mentions };
}

/** `8.1%` is 81000 parts per million; digit by digit, never through a float. */
function readRate(text: string, delimiter: Delimiter): number | undefined {
  const pattern =
    delimiter === ';' ? /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%$/ : /^(\d{1,3})(?:\.(\d{1,4}))?\s*%$/;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [, whole = '', decimals = ''] = found;
  return Number(whole + decimals.padEnd(4, '0'));
}

function readYesNo(text: string): Parsed<boolean | undefined> {
  if (text === '') return { ok: true, value: undefined };
  const folded = text.toLowerCase();
  if (['yes', 'true', '1', 'x'].includes(folded)) return { ok: true, value: true };
  if (['no', 'false', '0'].includes(folded)) return { ok: true, value: false };
  return wrong('Write yes or no.');
}
