import * as z from 'zod/mini';
import { amount, date } from './primitives.ts';
import { route } from './route.ts';

/** The report's JSON as the file formats fix it; fields are added, never renamed. Amounts in minor units. */
export const salesReport = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  exponent: z.int(),
  orders: z.int(),
  lines: z.int(),
  items: z.int(),
  gross: amount,
  discounts: amount,
  comps: amount,
  refunds: amount,
  service_charges: amount,
  tax: amount,
  tips: amount,
  rounding: amount,
  total: amount,
  net: amount,
  average_order: amount,
  by_tender: z.array(z.object({ tender: z.string(), payments: z.int(), amount })),
  by_business_date: z.array(
    z.object({ business_date: z.string(), orders: z.int(), items: z.int(), total: amount }),
  ),
  by_hour: z.array(z.object({ hour: z.int(), orders: z.int(), total: amount })),
  by_category: z.array(z.object({ category: z.string(), items: z.int(), total: amount })),
  by_item: z.array(
    z.object({
      item: z.string(),
      portion: z.string(),
      category: z.string(),
      items: z.int(),
      total: amount,
    }),
  ),
  by_portion: z.array(z.object({ portion: z.string(), items: z.int(), total: amount })),
  /** ISO weekday, Monday 1. */
  by_weekday: z.array(z.object({ weekday: z.int(), orders: z.int(), total: amount })),
  by_cashier: z.array(z.object({ cashier: z.string(), orders: z.int(), total: amount })),
  by_table: z.array(z.object({ table: z.string(), orders: z.int(), total: amount })),
  by_tax: z.array(
    z.object({ tax: z.string(), rate_ppm: z.int(), base: amount, tax_amount: amount }),
  ),
  voids: z.object({ lines: z.int(), items: z.int(), amount }),
  pre_bills: z.int(),
});
export type SalesReport = z.infer<typeof salesReport>;

const range = { from: date, to: date };

export const getSalesReport = route({
  name: 'getSalesReport',
  method: 'GET',
  path: '/reports/sales',
  summary:
    'Sales of a range of business dates, both ends included; compared with the range before, or with the same weekdays.',
  access: 'reports.view',
  kind: 'read',
  query: z.strictObject({
    ...range,
    /** `before`: as many days just before; `weekdays`: as many days, whole weeks earlier, on the same weekdays. */
    compare: z.optional(z.enum(['before', 'weekdays'])),
  }),
  answer: z.object({ report: salesReport, compared: z.nullable(salesReport) }),
});
export const exportSalesReport = route({
  name: 'exportSalesReport',
  method: 'POST',
  path: '/reports/sales/export',
  summary: 'The report as a file: JSON, or CSV whose cells no spreadsheet runs (H4). Journaled.',
  access: 'reports.export',
  kind: 'command',
  body: z.strictObject({ ...range, format: z.enum(['csv', 'json']) }),
  answer: z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() }),
});
/** The day so far, for the floor's side panel and the owner's first page. */
export const getToday = route({
  name: 'getToday',
  method: 'GET',
  path: '/reports/today',
  summary:
    'Sales so far on this business date, beside the same weekday a week ago, and what is still open.',
  access: 'signed_in',
  kind: 'read',
  answer: z.object({
    businessDate: z.string(),
    orders: z.int(),
    total: amount,
    average: amount,
    open: z.object({ orders: z.int(), total: amount }),
    by_hour: z.array(z.object({ hour: z.int(), orders: z.int(), total: amount })),
    last_week: z.object({
      businessDate: z.string(),
      orders: z.int(),
      total: amount,
      by_hour: z.array(z.object({ hour: z.int(), orders: z.int(), total: amount })),
    }),
  }),
});

const salesImport = z.object({
  orders: z.int(),
  lines: z.int(),
  items: z.int(),
  total: amount,
  first_business_date: z.nullable(z.string()),
  last_business_date: z.nullable(z.string()),
  already_known: z.int(),
  refused: z.array(
    z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.string() }),
  ),
});
export type SalesImport = z.infer<typeof salesImport>;

export const importSales = route({
  name: 'importSales',
  method: 'POST',
  path: '/sales/import',
  summary: 'Imports closed sales of the past (CSV); the same file twice changes nothing.',
  access: 'sales.import',
  kind: 'command',
  bodyLimit: 24 * 1024 * 1024,
  bodyTypes: ['text/csv'],
  query: z.strictObject({
    skipBadRows: z.optional(z.enum(['true', 'false'])),
    pricesIncludeTax: z.optional(z.enum(['true', 'false'])),
  }),
  answer: salesImport,
});
