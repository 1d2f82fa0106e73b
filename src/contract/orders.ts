import * as z from 'zod/mini';
import type { Bill } from '../domain/bill/bill.ts';
import { orderLimits } from '../domain/order/order.ts';
import type { Order } from '../domain/order/order.ts';
import {
  amount,
  id,
  instant,
  name,
  nothing,
  pin,
  price,
  ratePpm,
  text,
  uuidv7,
} from './primitives.ts';
import { route } from './route.ts';

const person = z.object({ staffId: z.string(), alias: z.string() });
export const dining = z.enum(['here', 'to_go', 'delivery']);
const taxMode = z.enum(['inclusive', 'exclusive']);
const lineTax = z.object({ taxId: z.string(), name: z.string(), ratePpm });

const orderLine = z.object({
  lineId: z.string(),
  itemId: z.string(),
  name: z.string(),
  categoryId: z.string(),
  category: z.string(),
  portionId: z.string(),
  portion: z.string(),
  unitPrice: amount,
  taxes: z.array(lineTax),
  taxMode,
  quantity: z.int(),
  note: z.string(),
  addedAt: instant,
  addedBy: person,
  sentAt: z.nullable(instant),
  billed: z.boolean(),
  voided: z.nullable(
    z.object({ reason: z.string(), at: instant, by: person, approvedBy: z.nullable(person) }),
  ),
});

const payment = z.object({
  paymentId: z.string(),
  tenderId: z.string(),
  tender: z.string(),
  kind: z.enum(['cash', 'card', 'wallet']),
  tendered: amount,
  applied: amount,
  change: amount,
  tip: amount,
  rounding: amount,
  at: instant,
  by: person,
  businessDate: z.string(),
});

const rules = z.object({
  taxRounding: z.enum(['line', 'rate']),
  rounding: z.enum(['half_away', 'half_even', 'down']),
  cashStep: z.int(),
});

/** An order as every screen sees it; bill and balance are computed with the domain's own functions. */
export const order = z.object({
  orderId: z.string(),
  number: z.int(),
  businessDate: z.string(),
  dining,
  tableId: z.nullable(z.string()),
  table: z.string(),
  covers: z.int(),
  openedAt: instant,
  openedBy: person,
  rules,
  lines: z.array(orderLine),
  payments: z.array(payment),
  preBills: z.int(),
  preBillAt: z.nullable(instant),
  preBillTotal: z.nullable(amount),
  status: z.enum(['open', 'billing', 'paid', 'cancelled']),
  receiptNumber: z.nullable(z.int()),
  settledAt: z.nullable(instant),
  settledBy: z.nullable(person),
});
const sameAsDomain = (wire: z.infer<typeof order>): Order => wire;
void sameAsDomain;

export const bill = z.object({
  lines: z.array(
    z.object({
      lineId: z.string(),
      gross: amount,
      discount: amount,
      tax: amount,
      net: amount,
      total: amount,
    }),
  ),
  taxes: z.array(
    z.object({ taxId: z.string(), name: z.string(), ratePpm, taxMode, base: amount, tax: amount }),
  ),
  gross: amount,
  discounts: amount,
  serviceCharge: amount,
  tax: amount,
  net: amount,
  total: amount,
});
const billSameAsDomain = (wire: z.infer<typeof bill>): Bill => wire;
void billSameAsDomain;

/** What a change of an order answers: the order as it now is, and its place in the journal. */
export const orderState = z.object({
  order,
  bill,
  balance: amount,
  /** Names of the people in the order, by their alias. */
  names: z.record(z.string(), z.string()),
  seq: z.int(),
});
export type OrderState = z.infer<typeof orderState>;

/** Another person's PIN for exactly this command; it rides inside the command and so serves once (U3). */
const approval = z.optional(z.strictObject({ staffId: id, pin }));

export const orderParams = z.strictObject({ orderId: uuidv7 });
const lineParams = z.strictObject({ orderId: uuidv7, lineId: uuidv7 });
const quantity = z.int().check(z.gte(1), z.lte(orderLimits.quantity));

export const openOrder = route({
  name: 'openOrder',
  method: 'POST',
  path: '/orders',
  summary:
    'Opens an order. At a table that already has one, answers that one: opening twice gives one order (O5).',
  access: 'orders.take',
  kind: 'command',
  body: z.strictObject({
    orderId: uuidv7,
    dining,
    tableId: z.nullable(id),
    covers: z.int().check(z.gte(0), z.lte(orderLimits.covers)),
  }),
  answer: orderState,
});

export const getOrder = route({
  name: 'getOrder',
  method: 'GET',
  path: '/orders/:orderId',
  summary: 'One order with its bill.',
  access: 'orders.take',
  kind: 'read',
  params: orderParams,
  answer: orderState,
});

export const orderSummary = z.object({
  orderId: z.string(),
  number: z.int(),
  dining,
  tableId: z.nullable(z.string()),
  table: z.string(),
  covers: z.int(),
  status: z.enum(['open', 'billing', 'paid', 'cancelled']),
  openedAt: instant,
  openedBy: z.string(),
  preBillAt: z.nullable(instant),
  items: z.int(),
  total: amount,
  balance: amount,
});

export const listOpenOrders = route({
  name: 'listOpenOrders',
  method: 'GET',
  path: '/orders',
  summary: 'All open orders, oldest first.',
  access: 'orders.take',
  kind: 'read',
  answer: z.object({ orders: z.array(orderSummary), seq: z.int() }),
});

export const addLine = route({
  name: 'addLine',
  method: 'POST',
  path: '/orders/:orderId/lines',
  summary: 'Adds an item by its portion, at the price of the till (M11).',
  access: 'orders.take',
  kind: 'command',
  params: orderParams,
  body: z.strictObject({
    lineId: uuidv7,
    itemId: id,
    portionId: id,
    quantity,
    note: text(orderLimits.note),
    /** The unit price on the screen; compared, never taken (M11). */
    expectedUnitPrice: z.optional(price),
  }),
  answer: orderState,
});

export const changeQuantity = route({
  name: 'changeQuantity',
  method: 'POST',
  path: '/orders/:orderId/lines/:lineId/quantity',
  summary:
    'Adds to or takes from the quantity of a line that was not sent; at 0 the line is removed.',
  access: 'orders.take',
  kind: 'command',
  params: lineParams,
  body: z.strictObject({
    by: z.int().check(z.gte(-orderLimits.quantity), z.lte(orderLimits.quantity)),
  }),
  answer: orderState,
});

export const changeNote = route({
  name: 'changeNote',
  method: 'POST',
  path: '/orders/:orderId/lines/:lineId/note',
  summary: 'Changes the note of a line.',
  access: 'orders.take',
  kind: 'command',
  params: lineParams,
  body: z.strictObject({ note: text(orderLimits.note) }),
  answer: orderState,
});

export const removeLine = route({
  name: 'removeLine',
  method: 'DELETE',
  path: '/orders/:orderId/lines/:lineId',
  summary: 'Removes a line that was not sent; afterwards it takes a void (O3).',
  access: 'orders.take',
  kind: 'command',
  params: lineParams,
  answer: orderState,
});

export const voidLine = route({
  name: 'voidLine',
  method: 'POST',
  path: '/orders/:orderId/lines/:lineId/void',
  summary:
    'Voids a sent or pre-billed line, or part of it, with a reason. Needs orders.void, or the approval of somebody who has it (O3, P7, U3).',
  access: 'orders.take',
  kind: 'command',
  params: lineParams,
  body: z.strictObject({
    quantity,
    reason: name(orderLimits.reason),
    splitLineId: uuidv7,
    approval,
  }),
  answer: orderState,
});

export const sendToKitchen = route({
  name: 'sendToKitchen',
  method: 'POST',
  path: '/orders/:orderId/send',
  summary: 'Marks what is new as sent; twice sends nothing more.',
  access: 'orders.take',
  kind: 'command',
  params: orderParams,
  body: nothing,
  answer: orderState,
});

export const changeCovers = route({
  name: 'changeCovers',
  method: 'POST',
  path: '/orders/:orderId/covers',
  summary: 'Changes how many guests sit here.',
  access: 'orders.take',
  kind: 'command',
  params: orderParams,
  body: z.strictObject({ covers: z.int().check(z.gte(0), z.lte(orderLimits.covers)) }),
  answer: orderState,
});

export const issuePreBill = route({
  name: 'issuePreBill',
  method: 'POST',
  path: '/orders/:orderId/pre-bill',
  summary: 'The bill before it is paid: counted, without a receipt number (P7).',
  access: 'orders.take',
  kind: 'command',
  params: orderParams,
  body: nothing,
  answer: orderState,
});

export const cancelOrder = route({
  name: 'cancelOrder',
  method: 'POST',
  path: '/orders/:orderId/cancel',
  summary: 'Closes an order on which nothing is left, and frees its table.',
  access: 'orders.take',
  kind: 'command',
  params: orderParams,
  body: z.strictObject({ reason: name(orderLimits.reason) }),
  answer: orderState,
});

export const takePayment = route({
  name: 'takePayment',
  method: 'POST',
  path: '/orders/:orderId/payments',
  summary: 'Takes a payment; the one that leaves nothing due settles the order (P1–P4).',
  access: 'payments.take',
  kind: 'command',
  params: orderParams,
  body: z.strictObject({
    paymentId: uuidv7,
    tenderId: id,
    tendered: price,
    tip: price,
    /** The bill's total on the screen; a difference refuses the payment (M11). */
    expectedTotal: z.optional(price),
  }),
  answer: orderState,
});
