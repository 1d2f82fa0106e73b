import * as z from 'zod/mini';
import { bill, dining, order, orderParams } from './orders.ts';
import { amount, date, instant, nothing } from './primitives.ts';
import { route } from './route.ts';

export const receipt = z.object({
  order,
  bill,
  names: z.record(z.string(), z.string()),
  place: z.object({
    name: z.string(),
    address: z.string(),
    currency: z.string(),
    exponent: z.int(),
  }),
  rounding: amount,
  tips: amount,
  /** The journal's head at the sale: the whole proof of what came before (J3). */
  journal: z.object({ seq: z.int(), head: z.string() }),
  copies: z.int(),
});
export type Receipt = z.infer<typeof receipt>;

export const getReceipt = route({
  name: 'getReceipt',
  method: 'GET',
  path: '/orders/:orderId/receipt',
  summary: 'The receipt of a paid order, from its snapshot (P9).',
  access: 'payments.take',
  kind: 'read',
  params: orderParams,
  answer: receipt,
});

export const countCopy = route({
  name: 'countCopy',
  method: 'POST',
  path: '/orders/:orderId/receipt/copies',
  summary: 'Counts a print of a receipt: the first is the original, each later one COPY n (P9).',
  access: 'payments.take',
  kind: 'command',
  params: orderParams,
  body: nothing,
  answer: z.object({ copy: z.int() }),
});

export const receiptSummary = z.object({
  orderId: z.string(),
  receiptNumber: z.nullable(z.int()),
  number: z.int(),
  businessDate: z.string(),
  settledAt: instant,
  table: z.string(),
  dining,
  cashier: z.string(),
  tenders: z.array(z.string()),
  items: z.int(),
  total: amount,
  tips: amount,
});

export const listReceipts = route({
  name: 'listReceipts',
  method: 'GET',
  path: '/receipts',
  summary: 'Paid orders of the till, newest first, a page at a time.',
  access: 'payments.take',
  kind: 'read',
  query: z.strictObject({
    businessDate: z.optional(date),
    /** A receipt number, or nothing. */
    receiptNumber: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
    before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
  }),
  answer: z.object({ receipts: z.array(receiptSummary), more: z.nullable(z.int()) }),
});
