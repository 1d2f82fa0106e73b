import { add, money, nothing, subtract, times } from '../../domain/money.ts';
import type { Money } from '../../domain/money.ts';
import type { ImportedLine, SaleImported } from '../../domain/journal-event.ts';
import type { CsvTable } from './csv.ts';
import { refusedRow } from './refused-rows.ts';
import type { RefusedRow } from './refused-rows.ts';
import { isRefused, readSaleRow } from './sale-rows.ts';
import type { SaleColumn, SaleRow, SaleRules } from './sale-rows.ts';

/** A sale as the file tells it, before it has an id and its cashier a pseudonym. */
export type SaleDraft = Omit<SaleImported, 'type' | 'at' | 'by' | 'orderId'> & {
  /** Row of its first line. */
  readonly row: number;
};

export type GroupedSales = {
  readonly drafts: readonly SaleDraft[];
  readonly refused: readonly RefusedRow[];
  /** Good rows of the orders that refused rows belong to: they go with them. */
  readonly leftOut: readonly RefusedRow[];
};

/**
 * Makes sales of rows: those with one `order` are one sale, wherever they stand. A sale is taken whole or
 * not at all, since one without its refused line would have a wrong total.
 */
export function groupSales(table: CsvTable<SaleColumn>, rules: SaleRules): GroupedSales {
  const rowsByOrder = new Map<string, SaleRow[]>();
  const refused: RefusedRow[] = [...table.refused];
  const leftOut: RefusedRow[] = [];
  const brokenBy = new Map<string, number>();
  for (const row of table.rows) {
    const read = readSaleRow(row, rules);
    if (isRefused(read)) {
      refused.push(read);
      if (row.cells.order !== '') brokenBy.set(row.cells.order, row.row);
      continue;
    }
    const rows = rowsByOrder.get(read.order);
    if (rows) rows.push(read);
    else rowsByOrder.set(read.order, [read]);
  }
  const drafts: SaleDraft[] = [];
  for (const [order, rows] of rowsByOrder) {
    const broken = brokenBy.get(order);
    const wrong = broken === undefined ? disagreement(rows) : undefined;
    if (wrong) refused.push(wrong);
    const cause = broken ?? wrong?.row;
    if (cause === undefined) drafts.push(toDraft(rows, rules));
    else leftOut.push(...without(rows, cause));
  }
  return { drafts, refused, leftOut };
}

/** What one sale has only one of, and where a second one would change the figures. */
function disagreement(rows: readonly SaleRow[]): RefusedRow | undefined {
  const first = rows.find((row) => row.tender !== undefined);
  for (const row of rows) {
    if (row.tender !== undefined && row.tender !== first?.tender) {
      return refusedRow(
        row.row,
        'tender',
        row.tender,
        `Row ${first?.row} of this order says ${first?.tender}; a sale of the past has one tender.`,
      );
    }
  }
  const [tipped, again] = rows.filter((row) => row.tip > 0);
  return tipped && again
    ? refusedRow(
        again.row,
        'tip',
        String(again.tip),
        `Row ${tipped.row} of this order has the tip already; give it once.`,
      )
    : undefined;
}

function without(rows: readonly SaleRow[], cause: number): RefusedRow[] {
  return rows
    .filter(({ row }) => row !== cause)
    .map(({ row, order }) =>
      refusedRow(row, 'order', order, `Left out with row ${cause} of the same order.`),
    );
}

function toDraft(rows: readonly SaleRow[], rules: SaleRules): SaleDraft {
  const [first] = rows;
  if (!first) throw new Error('a sale without rows');
  const moment = rows.reduce((a, b) => (b.moment.at < a.at ? b.moment : a), first.moment);
  const lines = rows.map(toLine);
  return {
    row: first.row,
    external: first.order,
    soldAt: moment.at,
    businessDate: moment.businessDate,
    hour: moment.hour,
    dining: rows.find((row) => row.dining)?.dining ?? 'here',
    covers: rows.find((row) => row.covers !== undefined)?.covers ?? 0,
    table: rows.find((row) => row.table)?.table ?? '',
    cashier: rows.find((row) => row.cashier)?.cashier ?? '',
    tender: rows.find((row) => row.tender)?.tender ?? 'cash',
    pricesIncludeTax: rules.pricesIncludeTax,
    tip: money(rows.reduce((sum, row) => sum + row.tip, 0)),
    total: totalOf(lines, rules.pricesIncludeTax),
    lines,
  };
}

function toLine(row: SaleRow): ImportedLine {
  return {
    name: row.name,
    category: row.category,
    portion: row.portion,
    modifiers: row.modifiers,
    quantity: row.quantity,
    unitPrice: money(row.unitPrice),
    discount: money(row.discount),
    tax: money(row.tax),
  };
}

/** Σ (quantity × unit price − discount), with the tax on top unless the prices include it. */
function totalOf(lines: readonly ImportedLine[], pricesIncludeTax: boolean): Money {
  return lines.reduce((sum, line) => {
    const price = subtract(times(line.unitPrice, line.quantity), line.discount);
    return add(sum, price, pricesIncludeTax ? nothing : line.tax);
  }, nothing);
}
