import type { ImportedLine, SaleImported } from '../../domain/journal-event.ts';
import type { Bound, Tx } from '../db/engine.ts';
import type { Schema } from '../db/schema.ts';
import type { JournalPosition } from '../journal/append.ts';
import { entryHash } from '../journal/append.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { paymentColumns } from './order-statements.ts';
import type { DaySale, DaySums } from './day-totals.ts';

/** What one line of an imported sale came to, before any tax on top of it. */
export function importedLineTotal(line: ImportedLine): number {
  return line.unitPrice * line.quantity - line.discount;
}

/**
 * The same sale gives the same text, so that importing a file again is seen to change nothing: whatever
 * order its rows stand in, and though the cutoff was changed meanwhile.
 */
export function importedContentHash(sale: SaleImported): string {
  const {
    at: _at,
    by: _by,
    orderId: _orderId,
    type: _type,
    businessDate: _businessDate,
    hour: _hour,
    lines,
    ...content
  } = sale;
  return entryHash('', canonicalJson({ ...content, lines: lines.map(canonicalJson).sort() }));
}

function toDaySale(sale: SaleImported): DaySale {
  const tax = sale.lines.reduce((sum, line) => sum + line.tax, 0);
  return {
    businessDate: sale.businessDate,
    hour: sale.hour,
    cashier: sale.cashier,
    table: sale.table,
    gross: sale.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0),
    discounts: sale.lines.reduce((sum, line) => sum + line.discount, 0),
    serviceCharges: 0,
    tax,
    tips: sale.tip,
    rounding: 0,
    total: sale.total,
    lines: sale.lines.map((line) => ({
      item: line.name,
      portion: line.portion,
      category: line.category,
      quantity: line.quantity,
      total: importedLineTotal(line),
    })),
    payments: [{ tender: sale.tender, amount: sale.total }],
    // The file says how much tax, not which: no rate to report it under.
    taxes: [],
  };
}

const orderColumns = [
  'order_id',
  'site',
  'source',
  'external',
  'external_hash',
  'number',
  'business_date',
  'dining',
  'table_name',
  'covers',
  'opened_at',
  'opened_by',
  'opened_alias',
  'tax_rounding',
  'rounding_mode',
  'cash_step',
  'pre_bills',
  'status',
  'settled_at',
  'settled_by',
  'settled_alias',
  'items',
  'gross',
  'discounts',
  'service_charge',
  'tax',
  'net',
  'total',
  'paid',
  'rounding',
  'tips',
  'place_name',
  'place_address',
  'currency',
  'exponent',
  'settled_seq',
  'settled_hash',
  'copies',
  'last_seq',
] as const satisfies readonly (keyof Schema['orders'])[];

const lineColumns = [
  'order_id',
  'line_id',
  'position',
  'item_id',
  'name',
  'category_id',
  'category',
  'portion_id',
  'portion',
  'unit_price',
  'tax_mode',
  'taxes',
  'quantity',
  'note',
  'added_at',
  'added_by',
  'added_alias',
  'billed',
  'discount',
  'tax',
  'net',
  'total',
] as const satisfies readonly (keyof Schema['order_lines'])[];

export type PlacedSale = { readonly sale: SaleImported; readonly position: JournalPosition };

/** Puts a sale of the past into the tables: closed, without a receipt number, and into its day's sums. */
export async function projectSaleImported(
  tx: Tx,
  site: string,
  sale: SaleImported,
  position: JournalPosition,
  sums: DaySums,
): Promise<void> {
  await projectSalesImported(tx, site, [{ sale, position }], sums);
}

/** As `projectSaleImported`, for many at once: table by table, which is a good deal faster. */
export async function projectSalesImported(
  tx: Tx,
  site: string,
  sales: readonly PlacedSale[],
  sums: DaySums,
): Promise<void> {
  await tx.insertRows(
    'orders',
    orderColumns,
    sales.map((placed) => orderRow(site, placed)),
  );
  await tx.insertRows(
    'order_lines',
    lineColumns,
    sales.flatMap(({ sale }) => sale.lines.map((line, i) => lineRow(sale, line, i))),
  );
  await tx.insertRows(
    'payments',
    paymentColumns,
    sales.map(({ sale }) => paymentRow(sale)),
  );
  for (const { sale } of sales) sums.add(toDaySale(sale));
}

function orderRow(site: string, { sale, position }: PlacedSale): Bound[] {
  const day = toDaySale(sale);
  return [
    sale.orderId,
    site,
    'import',
    sale.external,
    importedContentHash(sale),
    0,
    sale.businessDate,
    sale.dining,
    sale.table,
    sale.covers,
    sale.soldAt,
    '',
    sale.cashier,
    'line',
    'half_away',
    0,
    0,
    'paid',
    sale.soldAt,
    '',
    sale.cashier,
    sale.lines.reduce((sum, line) => sum + line.quantity, 0),
    day.gross,
    day.discounts,
    0,
    day.tax,
    sale.total - day.tax,
    sale.total,
    sale.total,
    0,
    sale.tip,
    '',
    '',
    '',
    0,
    position.seq,
    position.hash,
    0,
    position.seq,
  ];
}

function lineRow(sale: SaleImported, line: ImportedLine, place: number): Bound[] {
  const price = importedLineTotal(line);
  const total = sale.pricesIncludeTax ? price : price + line.tax;
  return [
    sale.orderId,
    String(place + 1),
    place,
    '',
    line.name,
    '',
    line.category,
    '',
    line.portion,
    line.unitPrice,
    sale.pricesIncludeTax ? 'inclusive' : 'exclusive',
    '[]',
    line.quantity,
    line.modifiers.join('; '),
    sale.soldAt,
    '',
    sale.cashier,
    0,
    line.discount,
    line.tax,
    total - line.tax,
    total,
  ];
}

function paymentRow(sale: SaleImported): Bound[] {
  return [
    `${sale.orderId}-1`,
    sale.orderId,
    0,
    '',
    sale.tender,
    '',
    sale.total + sale.tip,
    sale.total,
    0,
    sale.tip,
    0,
    sale.soldAt,
    '',
    sale.cashier,
    sale.businessDate,
  ];
}
