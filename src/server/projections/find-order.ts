import type { LineTax, TaxMode } from '../../domain/bill/bill.ts';
import { money } from '../../domain/money.ts';
import type { Rounding } from '../../domain/money.ts';
import type {
  Dining,
  Order,
  OrderLine,
  OrderStatus,
  Payment,
  Person,
  TenderKind,
} from '../../domain/order/order.ts';
import type { Reading } from '../db/engine.ts';
import { prepared } from '../db/prepared.ts';
import type { Schema } from '../db/schema.ts';
import { recallOrder } from './recent-orders.ts';

type OrderRow = Schema['orders'];
type LineRow = Schema['order_lines'];
type PaymentRow = Schema['payments'];

const orderById = prepared<{ orderId: string }, OrderRow>((sql, arg) =>
  sql.selectFrom('orders').selectAll().where('order_id', '=', arg('orderId')),
);
const lastChangeOfOrder = prepared<{ orderId: string }, { source: string; last_seq: number }>(
  (sql, arg) =>
    sql.selectFrom('orders').select(['source', 'last_seq']).where('order_id', '=', arg('orderId')),
);
const openOrderAtTable = prepared<{ tableId: string }, { order_id: string }>((sql, arg) =>
  sql.selectFrom('orders').select('order_id').where('open_table_id', '=', arg('tableId')),
);
const linesOfOrder = prepared<{ orderId: string }, LineRow>((sql, arg) =>
  sql
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', '=', arg('orderId'))
    .orderBy('position')
    .orderBy('line_id'),
);
const paymentsOfOrder = prepared<{ orderId: string }, PaymentRow>((sql, arg) =>
  sql.selectFrom('payments').selectAll().where('order_id', '=', arg('orderId')).orderBy('position'),
);

/** An order of the till as the domain knows it, or nothing. Imported sales are no orders to work on. */
export async function findOrder(tx: Reading, orderId: string): Promise<Order | undefined> {
  const last = await tx.first(lastChangeOfOrder(tx.sql, { orderId }));
  if (last?.source !== 'till') return undefined;
  return recallOrder(tx, orderId, last.last_seq) ?? readOrder(tx, orderId);
}

/** The order wholly from its tables. */
async function readOrder(tx: Reading, orderId: string): Promise<Order | undefined> {
  const row = await tx.first(orderById(tx.sql, { orderId }));
  if (!row) return undefined;
  const lines = await tx.all(linesOfOrder(tx.sql, { orderId }));
  const payments = await tx.all(paymentsOfOrder(tx.sql, { orderId }));
  return rowToOrder(row, lines, payments);
}

/** The order that a table has open (O5). */
export async function findOpenOrderAt(tx: Reading, tableId: string): Promise<Order | undefined> {
  const row = await tx.first(openOrderAtTable(tx.sql, { tableId }));
  return row ? findOrder(tx, row.order_id) : undefined;
}

export async function findOrderRow(tx: Reading, orderId: string): Promise<OrderRow | undefined> {
  return tx.first(orderById(tx.sql, { orderId }));
}

function rowToOrder(row: OrderRow, lines: LineRow[], payments: PaymentRow[]): Order {
  return {
    orderId: row.order_id,
    number: row.number,
    businessDate: row.business_date,
    dining: row.dining as Dining,
    tableId: row.table_id,
    table: row.table_name,
    covers: row.covers,
    openedAt: row.opened_at,
    openedBy: { staffId: row.opened_by, alias: row.opened_alias },
    rules: {
      taxRounding: row.tax_rounding as 'line' | 'rate',
      rounding: row.rounding_mode as Rounding,
      cashStep: row.cash_step,
    },
    lines: lines.map(rowToLine),
    payments: payments.map(rowToPayment),
    preBills: row.pre_bills,
    preBillAt: row.pre_bill_at,
    preBillTotal: row.pre_bill_total === null ? null : money(row.pre_bill_total),
    status: row.status as OrderStatus,
    receiptNumber: row.receipt_number,
    settledAt: row.settled_at,
    settledBy: optionalPerson(row.settled_by, row.settled_alias),
  };
}

function rowToLine(row: LineRow): OrderLine {
  return {
    lineId: row.line_id,
    itemId: row.item_id,
    name: row.name,
    categoryId: row.category_id,
    category: row.category,
    portionId: row.portion_id,
    portion: row.portion,
    unitPrice: money(row.unit_price),
    taxes: JSON.parse(row.taxes) as LineTax[],
    taxMode: row.tax_mode as TaxMode,
    quantity: row.quantity,
    note: row.note,
    addedAt: row.added_at,
    addedBy: { staffId: row.added_by, alias: row.added_alias },
    sentAt: row.sent_at,
    billed: row.billed === 1,
    voided:
      row.void_at === null
        ? null
        : {
            reason: row.void_reason ?? '',
            at: row.void_at,
            by: { staffId: row.void_by ?? '', alias: row.void_alias ?? '' },
            approvedBy: optionalPerson(row.void_approved_by, row.void_approved_alias),
          },
  };
}

function rowToPayment(row: PaymentRow): Payment {
  return {
    paymentId: row.payment_id,
    tenderId: row.tender_id,
    tender: row.tender,
    kind: row.kind as TenderKind,
    tendered: money(row.tendered),
    applied: money(row.applied),
    change: money(row.change_given),
    tip: money(row.tip),
    rounding: money(row.rounding),
    at: row.at,
    by: { staffId: row.taken_by, alias: row.taken_alias },
    businessDate: row.business_date,
  };
}

function optionalPerson(staffId: string | null, alias: string | null): Person | null {
  return staffId === null ? null : { staffId, alias: alias ?? '' };
}
