import type { LineTax, TaxMode } from '../../domain/bill/bill.ts';
import { billOfOrder, liveLines, paidOfOrder } from '../../domain/order/bill-of-order.ts';
import type {
  Dining,
  Order,
  OrderLine,
  OrderStatus,
  Payment,
  Person,
  TenderKind,
} from '../../domain/order/order.ts';
import { add, money } from '../../domain/money.ts';
import type { Rounding } from '../../domain/money.ts';
import type { JournalPosition } from '../journal/append.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { prepared } from '../db/prepared.ts';
import type { Reading, Tx } from '../db/engine.ts';
import type { Schema } from '../db/schema.ts';

type OrderRow = Schema['orders'];
type LineRow = Schema['order_lines'];
type PaymentRow = Schema['payments'];

const orderById = prepared<{ orderId: string }, OrderRow>((sql, arg) =>
  sql.selectFrom('orders').selectAll().where('order_id', '=', arg('orderId')),
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
  const row = await tx.first(orderById(tx.sql, { orderId }));
  if (!row || row.source !== 'till') return undefined;
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

type LineChange = Omit<LineRow, 'position'>;

const insertOrder = prepared<OrderRow, unknown>((sql, arg) =>
  sql.insertInto('orders').values(columns<OrderRow>(orderColumns, arg)),
);
/** Of an order that stays as open as it was; none of these columns is in an index, so one page is written and not seven. */
const updateFigures = prepared<OrderRow, unknown>((sql, arg) =>
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
const updateOrder = prepared<OrderRow, unknown>((sql, arg) =>
  sql
    .updateTable('orders')
    .set(columns<OrderRow>(orderColumns, arg))
    .where('order_id', '=', arg('order_id')),
);
const insertLine = prepared<LineRow, unknown>((sql, arg) =>
  sql.insertInto('order_lines').values(columns<LineRow>(lineColumns, arg)),
);
const updateLine = prepared<LineChange, unknown>((sql, arg) =>
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
const deleteLine = prepared<{ orderId: string; lineId: string }, unknown>((sql, arg) =>
  sql
    .deleteFrom('order_lines')
    .where('order_id', '=', arg('orderId'))
    .where('line_id', '=', arg('lineId')),
);

/** Where the order's change stands in the journal, and on settling what its receipt says besides the order. */
export type OrderFacts = {
  readonly site: string;
  readonly position: JournalPosition;
  readonly settled?: {
    readonly rounding: number;
    readonly tips: number;
    readonly place: { name: string; address: string; currency: string; exponent: number };
  };
};

/** Brings the tables from one state of an order to the next; only what changed is written. */
export async function saveOrder(
  tx: Tx,
  before: Order | undefined,
  after: Order,
  facts: OrderFacts,
): Promise<void> {
  const bill = billOfOrder(after);
  const row = orderToRow(after, bill, facts);
  const isAsOpen = before?.status === after.status && !facts.settled;
  const write = isAsOpen ? updateFigures : before ? updateOrder : insertOrder;
  await tx.run(write(tx.sql, row));
  const earlier = new Map(before?.lines.map((line) => [line.lineId, line]));
  const billed = new Map(bill.lines.map((line) => [line.lineId, line]));
  for (const line of after.lines) {
    const known = earlier.get(line.lineId);
    earlier.delete(line.lineId);
    if (known === line && !facts.settled) continue;
    // Amounts per line are final only on the settled bill: an open order's live in the domain alone.
    const amounts = facts.settled ? billed.get(line.lineId) : undefined;
    const change: LineChange = {
      ...lineToRow(after.orderId, line),
      discount: amounts?.discount ?? 0,
      tax: amounts?.tax ?? 0,
      net: amounts?.net ?? 0,
      total: amounts?.total ?? 0,
    };
    await tx.run(
      known
        ? updateLine(tx.sql, change)
        : insertLine(tx.sql, { ...change, position: facts.position.seq }),
    );
  }
  for (const lineId of earlier.keys()) {
    await tx.run(deleteLine(tx.sql, { orderId: after.orderId, lineId }));
  }
  await saveNewPayments(tx, before, after);
  if (facts.settled) {
    await tx.insertRows(
      'order_taxes',
      ['order_id', 'position', 'tax_id', 'name', 'rate_ppm', 'tax_mode', 'base', 'tax'],
      bill.taxes.map((tax, position) => [
        after.orderId,
        position,
        tax.taxId,
        tax.name,
        tax.ratePpm,
        tax.taxMode,
        tax.base,
        tax.tax,
      ]),
    );
  }
}

async function saveNewPayments(tx: Tx, before: Order | undefined, after: Order): Promise<void> {
  const known = before?.payments.length ?? 0;
  await tx.insertRows(
    'payments',
    [
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
    ],
    after.payments
      .slice(known)
      .map((payment, i) => [
        payment.paymentId,
        after.orderId,
        known + i,
        payment.tenderId,
        payment.tender,
        payment.kind,
        payment.tendered,
        payment.applied,
        payment.change,
        payment.tip,
        payment.rounding,
        payment.at,
        payment.by.staffId,
        payment.by.alias,
        payment.businessDate,
      ]),
  );
}

function orderToRow(
  order: Order,
  bill: ReturnType<typeof billOfOrder>,
  facts: OrderFacts,
): OrderRow {
  const isOpen = order.status === 'open' || order.status === 'billing';
  return {
    order_id: order.orderId,
    site: facts.site,
    source: 'till',
    external: null,
    external_hash: null,
    number: order.number,
    business_date: order.businessDate,
    dining: order.dining,
    table_id: order.tableId,
    open_table_id: isOpen ? order.tableId : null,
    table_name: order.table,
    covers: order.covers,
    opened_at: order.openedAt,
    opened_by: order.openedBy.staffId,
    opened_alias: order.openedBy.alias,
    tax_rounding: order.rules.taxRounding,
    rounding_mode: order.rules.rounding,
    cash_step: order.rules.cashStep,
    pre_bills: order.preBills,
    pre_bill_at: order.preBillAt,
    pre_bill_total: order.preBillTotal,
    status: order.status,
    receipt_number: order.receiptNumber,
    settled_at: order.settledAt,
    settled_by: order.settledBy?.staffId ?? null,
    settled_alias: order.settledBy?.alias ?? null,
    items: liveLines(order).reduce((sum, line) => sum + line.quantity, 0),
    gross: bill.gross,
    discounts: bill.discounts,
    service_charge: bill.serviceCharge,
    tax: bill.tax,
    net: bill.net,
    total: bill.total,
    paid: paidOfOrder(order),
    rounding: facts.settled?.rounding ?? 0,
    tips: add(...order.payments.map((payment) => payment.tip)),
    place_name: facts.settled?.place.name ?? '',
    place_address: facts.settled?.place.address ?? '',
    currency: facts.settled?.place.currency ?? '',
    exponent: facts.settled?.place.exponent ?? 0,
    settled_seq: facts.settled ? facts.position.seq : null,
    settled_hash: facts.settled ? facts.position.hash : null,
    copies: 0,
    last_seq: facts.position.seq,
  };
}

function lineToRow(
  orderId: string,
  line: OrderLine,
): Omit<LineRow, 'position' | 'discount' | 'tax' | 'net' | 'total'> {
  return {
    order_id: orderId,
    line_id: line.lineId,
    item_id: line.itemId,
    name: line.name,
    category_id: line.categoryId,
    category: line.category,
    portion_id: line.portionId,
    portion: line.portion,
    unit_price: line.unitPrice,
    tax_mode: line.taxMode,
    taxes: canonicalJson(line.taxes),
    quantity: line.quantity,
    note: line.note,
    added_at: line.addedAt,
    added_by: line.addedBy.staffId,
    added_alias: line.addedBy.alias,
    sent_at: line.sentAt,
    billed: line.billed ? 1 : 0,
    void_reason: line.voided?.reason ?? null,
    void_at: line.voided?.at ?? null,
    void_by: line.voided?.by.staffId ?? null,
    void_alias: line.voided?.by.alias ?? null,
    void_approved_by: line.voided?.approvedBy?.staffId ?? null,
    void_approved_alias: line.voided?.approvedBy?.alias ?? null,
  };
}

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
