import { prepared } from '../db/prepared.ts';
import type { Schema } from '../db/schema.ts';

export type OrderRow = Schema['orders'];
export type LineRow = Schema['order_lines'];
export type LineChange = Omit<LineRow, 'position'>;

export const insertOrder = prepared<OrderRow, unknown>((sql, arg) =>
  sql.insertInto('orders').values(columns<OrderRow>(orderColumns, arg)),
);
/** Of an order that stays as open as it was; none of these columns is in an index, so one page is written and not seven. */
export const updateFigures = prepared<OrderRow, unknown>((sql, arg) =>
  sql
    .updateTable('orders')
    .set({
      covers: arg('covers'),
      pre_bills: arg('pre_bills'),
      pre_bill_at: arg('pre_bill_at'),
      pre_bill_total: arg('pre_bill_total'),
      items: arg('items'),
      gross: arg('gross'),
      discounts: arg('discounts'),
      service_charge: arg('service_charge'),
      tax: arg('tax'),
      net: arg('net'),
      total: arg('total'),
      paid: arg('paid'),
      tips: arg('tips'),
      last_seq: arg('last_seq'),
    })
    .where('order_id', '=', arg('order_id')),
);
export const updateOrder = prepared<OrderRow, unknown>((sql, arg) =>
  sql
    .updateTable('orders')
    .set(columns<OrderRow>(orderColumns, arg))
    .where('order_id', '=', arg('order_id')),
);
export const insertLine = prepared<LineRow, unknown>((sql, arg) =>
  sql.insertInto('order_lines').values(columns<LineRow>(lineColumns, arg)),
);
export const updateLine = prepared<LineChange, unknown>((sql, arg) =>
  sql
    .updateTable('order_lines')
    .set({
      quantity: arg('quantity'),
      note: arg('note'),
      sent_at: arg('sent_at'),
      billed: arg('billed'),
      void_reason: arg('void_reason'),
      void_at: arg('void_at'),
      void_by: arg('void_by'),
      void_alias: arg('void_alias'),
      void_approved_by: arg('void_approved_by'),
      void_approved_alias: arg('void_approved_alias'),
      discount: arg('discount'),
      tax: arg('tax'),
      net: arg('net'),
      total: arg('total'),
    })
    .where('order_id', '=', arg('order_id'))
    .where('line_id', '=', arg('line_id')),
);
export const deleteLine = prepared<{ orderId: string; lineId: string }, unknown>((sql, arg) =>
  sql
    .deleteFrom('order_lines')
    .where('order_id', '=', arg('orderId'))
    .where('line_id', '=', arg('lineId')),
);

function columns<Row extends object>(
  names: readonly (keyof Row & string)[],
  arg: <Name extends keyof Row & string>(name: Name) => Row[Name],
): Row {
  // Every column of the row is in the list, which the list's own type checks.
  return Object.fromEntries(names.map((name) => [name, arg(name)])) as Row;
}

const orderColumns = everyColumn<OrderRow>()({
  order_id: 1,
  site: 1,
  source: 1,
  external: 1,
  external_hash: 1,
  number: 1,
  business_date: 1,
  dining: 1,
  table_id: 1,
  open_table_id: 1,
  table_name: 1,
  covers: 1,
  opened_at: 1,
  opened_by: 1,
  opened_alias: 1,
  tax_rounding: 1,
  rounding_mode: 1,
  cash_step: 1,
  pre_bills: 1,
  pre_bill_at: 1,
  pre_bill_total: 1,
  status: 1,
  receipt_number: 1,
  settled_at: 1,
  settled_by: 1,
  settled_alias: 1,
  items: 1,
  gross: 1,
  discounts: 1,
  service_charge: 1,
  tax: 1,
  net: 1,
  total: 1,
  paid: 1,
  rounding: 1,
  tips: 1,
  place_name: 1,
  place_address: 1,
  currency: 1,
  exponent: 1,
  settled_seq: 1,
  settled_hash: 1,
  copies: 1,
  last_seq: 1,
});
const lineColumns = everyColumn<LineRow>()({
  order_id: 1,
  line_id: 1,
  position: 1,
  item_id: 1,
  name: 1,
  category_id: 1,
  category: 1,
  portion_id: 1,
  portion: 1,
  unit_price: 1,
  tax_mode: 1,
  taxes: 1,
  quantity: 1,
  note: 1,
  added_at: 1,
  added_by: 1,
  added_alias: 1,
  sent_at: 1,
  billed: 1,
  void_reason: 1,
  void_at: 1,
  void_by: 1,
  void_alias: 1,
  void_approved_by: 1,
  void_approved_alias: 1,
  discount: 1,
  tax: 1,
  net: 1,
  total: 1,
});

function everyColumn<Row>() {
  return (all: Record<keyof Row & string, 1>): readonly (keyof Row & string)[] =>
    Object.keys(all) as (keyof Row & string)[];
}

export const paymentColumns = [
  'payment_id',
  'order_id',
  'position',
  'tender_id',
  'tender',
  'kind',
  'tendered',
  'applied',
  'change_given',
  'tip',
  'rounding',
  'at',
  'taken_by',
  'taken_alias',
  'business_date',
] as const satisfies readonly (keyof Schema['payments'])[];
