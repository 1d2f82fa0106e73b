import type { SalesReport } from '../../../contract/reports.ts';
import { amountText, safeCsv } from '../../safe-csv.ts';
import type { CsvCell } from '../../safe-csv.ts';

const header = [
  'list',
  'name',
  'portion',
  'category',
  'orders',
  'items',
  'payments',
  'base',
  'amount',
] as const;

type ReportRow = Partial<Record<(typeof header)[number], CsvCell>> & {
  readonly list: string;
  readonly name: CsvCell;
};

/** The report as one table: a row for each figure, the list it belongs to in the first column (H4). */
export function reportCsv(report: SalesReport): string {
  const rows = [...summaryRows(report), ...listRows(report)];
  return safeCsv([header, ...rows.map((row) => header.map((column) => row[column] ?? ''))]);
}

const amounts = [
  'gross',
  'discounts',
  'comps',
  'refunds',
  'service_charges',
  'tax',
  'tips',
  'rounding',
  'total',
  'net',
  'average_order',
] as const satisfies readonly (keyof SalesReport)[];

function summaryRows(report: SalesReport): ReportRow[] {
  const list = 'summary';
  return [
    { list, name: 'from', category: report.from },
    { list, name: 'to', category: report.to },
    { list, name: 'currency', category: report.currency },
    { list, name: 'orders', orders: report.orders },
    { list, name: 'lines', items: report.lines },
    { list, name: 'items', items: report.items },
    ...amounts.map((name) => ({ list, name, amount: amountText(report[name], report.exponent) })),
    {
      list,
      name: 'voids',
      items: report.voids.items,
      amount: amountText(report.voids.amount, report.exponent),
    },
    { list, name: 'pre_bills', orders: report.pre_bills },
  ];
}

function listRows(report: SalesReport): ReportRow[] {
  const text = (minor: number): string => amountText(minor, report.exponent);
  return [
    ...report.by_tender.map(({ tender: name, payments, amount }) => ({
      list: 'by_tender',
      name,
      payments,
      amount: text(amount),
    })),
    ...report.by_business_date.map(({ business_date: name, orders, items, total }) => ({
      list: 'by_business_date',
      name,
      orders,
      items,
      amount: text(total),
    })),
    ...report.by_hour.map(({ hour: name, orders, total }) => ({
      list: 'by_hour',
      name,
      orders,
      amount: text(total),
    })),
    ...report.by_weekday.map(({ weekday: name, orders, total }) => ({
      list: 'by_weekday',
      name,
      orders,
      amount: text(total),
    })),
    ...report.by_category.map(({ category: name, items, total }) => ({
      list: 'by_category',
      name,
      items,
      amount: text(total),
    })),
    ...report.by_item.map(({ item: name, portion, category, items, total }) => ({
      list: 'by_item',
      name,
      portion,
      category,
      items,
      amount: text(total),
    })),
    ...report.by_portion.map(({ portion, items, total }) => ({
      list: 'by_portion',
      name: portion,
      portion,
      items,
      amount: text(total),
    })),
    ...report.by_cashier.map(({ cashier: name, orders, total }) => ({
      list: 'by_cashier',
      name,
      orders,
      amount: text(total),
    })),
    ...report.by_table.map(({ table: name, orders, total }) => ({
      list: 'by_table',
      name,
      orders,
      amount: text(total),
    })),
    ...report.by_tax.map(({ tax: name, base, tax_amount: amount }) => ({
      list: 'by_tax',
      name,
      base: text(base),
      amount: text(amount),
    })),
  ];
}
