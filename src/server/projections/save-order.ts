import { billOfOrder, liveLines, paidOfOrder } from '../../domain/order/bill-of-order.ts';
import { add } from '../../domain/money.ts';
import type { Order, OrderLine } from '../../domain/order/order.ts';
import type { Tx } from '../db/engine.ts';
import type { JournalPosition } from '../journal/append.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import {
  deleteLine,
  insertLine,
  insertOrder,
  paymentColumns,
  updateFigures,
  updateLine,
  updateOrder,
} from './order-statements.ts';
import type { LineChange, LineRow, OrderRow } from './order-statements.ts';

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
    paymentColumns,
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
