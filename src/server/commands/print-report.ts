import type { SalesReport } from '../../contract/reports.ts';
import { moneyWriter } from './money-writer.ts';

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const longList = 40;

/** The report as people read it in a terminal. */
export function printReport(report: SalesReport): string {
  const money = moneyWriter(report);
  const count = (value: number): string => value.toLocaleString('en-US');
  const blocks = [
    table([
      ['Orders', count(report.orders)],
      ['Lines', count(report.lines)],
      ['Items', count(report.items)],
      ['Gross', money(report.gross)],
      ['Discounts', money(report.discounts)],
      ['Service charges', money(report.service_charges)],
      ['Tax', money(report.tax)],
      ['Rounding', money(report.rounding)],
      ['Total', money(report.total)],
      ['Net', money(report.net)],
      ['Tips', money(report.tips)],
      ['Average order', money(report.average_order)],
    ]),
    list('Tender', report.by_tender, (each) => [
      each.tender,
      count(each.payments),
      money(each.amount),
    ]),
    list('Category', report.by_category, (each) => [
      each.category,
      count(each.items),
      money(each.total),
    ]),
    list('Hour', report.by_hour, (each) => [
      `${String(each.hour).padStart(2, '0')}:00`,
      count(each.orders),
      money(each.total),
    ]),
    list('Weekday', report.by_weekday, (each) => [
      weekdays[each.weekday] ?? '',
      count(each.orders),
      money(each.total),
    ]),
    list('Cashier', report.by_cashier, (each) => [
      each.cashier,
      count(each.orders),
      money(each.total),
    ]),
    list('Item', mostSold(report), (each) => [
      each.portion === '' ? each.item : `${each.item}, ${each.portion}`,
      count(each.items),
      money(each.total),
    ]),
  ];
  const title = `Sales from ${report.from} to ${report.to} (${report.currency})`;
  return [title, ...blocks.filter((block) => block !== '')].join('\n\n');
}

function mostSold(report: SalesReport): SalesReport['by_item'] {
  return [...report.by_item].sort((a, b) => b.total - a.total).slice(0, longList);
}

function list<T>(title: string, rows: readonly T[], cells: (row: T) => string[]): string {
  return rows.length === 0 ? '' : table([[title, '', ''], ...rows.map(cells)]);
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
