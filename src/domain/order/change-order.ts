import { AmountTooLarge, money, times } from '../money.ts';
import type { Money } from '../money.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { applyOrderEvent } from './apply-order-event.ts';
import { balanceOfOrder, billOfOrder, liveLines, paidOfOrder } from './bill-of-order.ts';
import { isAllowed } from './order-actions.ts';
import type { OrderAction } from './order-actions.ts';
import { orderLimits } from './order.ts';
import type { Dining, LineItem, Order, OrderContext, OrderLine, Person } from './order.ts';
import type { BillRules } from '../bill/bill.ts';
import type { OrderEvent } from './order-event.ts';

export type OpenOrder = {
  readonly orderId: string;
  readonly number: number;
  readonly dining: Dining;
  readonly tableId: string | null;
  readonly table: string;
  readonly covers: number;
  readonly rules: BillRules;
};

/** Opens an order at a table, or without one (quick sale, to go). */
export function openOrder(input: OpenOrder, context: OrderContext): Result<OrderEvent[]> {
  return ok([
    {
      type: 'order_opened',
      ...input,
      at: context.at,
      by: context.by,
      businessDate: context.businessDate,
    },
  ]);
}

export type AddLine = {
  readonly lineId: string;
  readonly item: LineItem;
  readonly quantity: number;
  readonly note: string;
};

/**
 * Adds an item; joins a line that is alike in everything and not yet firm (M9). Refusals:
 * order_not_open, line_exists, order_full, amount_too_large.
 */
export function addLine(order: Order, input: AddLine, context: OrderContext): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'addLine');
  if (closed) return closed;
  if (order.lines.some((line) => line.lineId === input.lineId)) return refuse('line_exists');
  const alike = order.lines.find((line) => isAlike(line, input));
  if (alike && alike.quantity + input.quantity <= orderLimits.quantity) {
    return stillHeld(order, [
      quantityChanged(order, alike, alike.quantity + input.quantity, context),
    ]);
  }
  if (order.lines.length >= orderLimits.lines) return refuse('order_full');
  return stillHeld(order, [
    {
      type: 'line_added',
      orderId: order.orderId,
      at: context.at,
      by: context.by,
      lineId: input.lineId,
      item: input.item,
      quantity: input.quantity,
      note: input.note,
    },
  ]);
}

/** Whether what is being added would show as more of an existing line (M9). */
function isAlike(line: OrderLine, input: AddLine): boolean {
  const { item } = input;
  return (
    line.voided === null &&
    !isFirm(line) &&
    line.itemId === item.itemId &&
    line.portionId === item.portionId &&
    line.name === item.name &&
    line.portion === item.portion &&
    line.unitPrice === item.unitPrice &&
    line.note === input.note &&
    line.taxMode === item.taxMode &&
    line.taxes.length === item.taxes.length &&
    line.taxes.every((tax, i) => {
      const other = item.taxes[i];
      return other?.taxId === tax.taxId && other.ratePpm === tax.ratePpm && other.name === tax.name;
    })
  );
}

/** A firm line was sent or stands on a pre-bill: taking it away is a void (O3, P7). */
export function isFirm(line: OrderLine): boolean {
  return line.sentAt !== null || line.billed;
}

/**
 * Changes a line's quantity by a difference, so that two waiters who both tap + both count (O1).
 * At 0 the line is removed. Refusals: order_not_open, line_not_found, line_voided, line_firm,
 * quantity_too_large, below_paid, amount_too_large.
 */
export function changeQuantity(
  order: Order,
  input: { readonly lineId: string; readonly by: number },
  context: OrderContext,
): Result<OrderEvent[]> {
  const found = findEditable(order, input.lineId);
  if (!found.ok) return found;
  const line = found.value;
  const quantity = line.quantity + input.by;
  if (quantity < 0 || quantity > orderLimits.quantity) return refuse('quantity_too_large');
  if (input.by === 0) return ok([]);
  if (input.by > 0) return stillHeld(order, [quantityChanged(order, line, quantity, context)]);
  return stillPayable(order, [
    quantity === 0
      ? {
          type: 'line_removed',
          orderId: order.orderId,
          at: context.at,
          by: context.by,
          lineId: line.lineId,
          name: line.name,
          quantity: line.quantity,
          amount: times(line.unitPrice, line.quantity),
        }
      : quantityChanged(order, line, quantity, context),
  ]);
}

/** Changes what the kitchen is told about a line. Refusals as for `changeQuantity`. */
export function changeNote(
  order: Order,
  input: { readonly lineId: string; readonly note: string },
  context: OrderContext,
): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'changeLine');
  if (closed) return closed;
  const line = order.lines.find((each) => each.lineId === input.lineId);
  if (!line) return refuse('line_not_found');
  if (line.voided) return refuse('line_voided');
  if (line.note === input.note) return ok([]);
  return ok([
    {
      type: 'line_note_changed',
      orderId: order.orderId,
      at: context.at,
      by: context.by,
      lineId: line.lineId,
      name: line.name,
      from: line.note,
      to: input.note,
    },
  ]);
}

/** Removes a line that is not firm; an edit, not a void (O3). Refusals as for `changeQuantity`. */
export function removeLine(
  order: Order,
  input: { readonly lineId: string },
  context: OrderContext,
): Result<OrderEvent[]> {
  const line = order.lines.find((each) => each.lineId === input.lineId);
  return changeQuantity(order, { lineId: input.lineId, by: -(line?.quantity ?? 0) }, context);
}

export type VoidLine = {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason: string;
  /** The id of the struck-through line when only part of the quantity is voided. */
  readonly splitLineId: string;
};

/**
 * Takes a firm line (or part of it) off the bill, with a reason; it stays visible, struck through (O3).
 * Refusals: order_not_open, line_not_found, line_voided, line_not_firm, quantity_too_large, below_paid.
 */
export function voidLine(
  order: Order,
  input: VoidLine,
  context: OrderContext & { readonly approvedBy: Person | null },
): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'voidLine');
  if (closed) return closed;
  const line = order.lines.find((each) => each.lineId === input.lineId);
  if (!line) return refuse('line_not_found');
  if (line.voided) return refuse('line_voided');
  if (!isFirm(line)) return refuse('line_not_firm');
  if (input.quantity > line.quantity) return refuse('quantity_too_large');
  const whole = input.quantity === line.quantity;
  if (!whole && order.lines.some((each) => each.lineId === input.splitLineId)) {
    return refuse('line_exists');
  }
  return stillPayable(order, [
    {
      type: 'line_voided',
      orderId: order.orderId,
      at: context.at,
      by: context.by,
      approvedBy: context.approvedBy,
      lineId: line.lineId,
      splitLineId: whole ? null : input.splitLineId,
      name: line.name,
      quantity: input.quantity,
      amount: times(line.unitPrice, input.quantity),
      reason: input.reason,
      afterPreBill: line.billed,
      businessDate: context.businessDate,
    },
  ]);
}

/** Marks what was not yet sent as sent; pressing it twice sends nothing the second time (K1). */
export function sendToKitchen(order: Order, context: OrderContext): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'sendToKitchen');
  if (closed) return closed;
  const waiting = liveLines(order).filter((line) => line.sentAt === null);
  if (waiting.length === 0) return ok([]);
  return ok([
    {
      type: 'lines_sent',
      orderId: order.orderId,
      at: context.at,
      by: context.by,
      lines: waiting.map(({ lineId, name, quantity }) => ({ lineId, name, quantity })),
    },
  ]);
}

/** Changes how many guests sit here. Refusal: order_not_open. */
export function changeCovers(
  order: Order,
  covers: number,
  context: OrderContext,
): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'changeCovers');
  if (closed) return closed;
  if (covers === order.covers) return ok([]);
  return ok([
    {
      type: 'covers_changed',
      orderId: order.orderId,
      at: context.at,
      by: context.by,
      from: order.covers,
      to: covers,
    },
  ]);
}

/** The bill before it is paid: counted, no legal number, puts the table to billing (P7). Refusals: order_not_open, order_empty. */
export function issuePreBill(order: Order, context: OrderContext): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'issuePreBill');
  if (closed) return closed;
  if (liveLines(order).length === 0) return refuse('order_empty');
  return ok([
    {
      type: 'pre_bill_issued',
      orderId: order.orderId,
      at: context.at,
      by: context.by,
      count: order.preBills + 1,
      total: billOfOrder(order).total,
    },
  ]);
}

/** Frees a table nothing was sold at. Refusals: order_not_open, order_not_empty. */
export function cancelOrder(
  order: Order,
  reason: string,
  context: OrderContext,
): Result<OrderEvent[]> {
  const closed = refuseUnless(order, 'cancelOrder');
  if (closed) return closed;
  if (liveLines(order).length > 0 || order.payments.length > 0) return refuse('order_not_empty');
  return ok([
    { type: 'order_cancelled', orderId: order.orderId, at: context.at, by: context.by, reason },
  ]);
}

export function refuseUnless(
  order: Order,
  action: OrderAction,
): { ok: false; refusal: { code: 'order_not_open' } } | undefined {
  return isAllowed(action, order.status)
    ? undefined
    : { ok: false, refusal: { code: 'order_not_open' } };
}

function findEditable(order: Order, lineId: string): Result<OrderLine> {
  const closed = refuseUnless(order, 'changeLine');
  if (closed) return closed;
  const line = order.lines.find((each) => each.lineId === lineId);
  if (!line) return refuse('line_not_found');
  if (line.voided) return refuse('line_voided');
  if (isFirm(line)) return refuse('line_firm');
  return ok(line);
}

function quantityChanged(
  order: Order,
  line: OrderLine,
  to: number,
  context: OrderContext,
): OrderEvent {
  return {
    type: 'line_quantity_changed',
    orderId: order.orderId,
    at: context.at,
    by: context.by,
    lineId: line.lineId,
    name: line.name,
    unitPrice: line.unitPrice,
    from: line.quantity,
    to,
  };
}

/** An order beyond 2^53−1 could never be shown or paid: it does not come to be (M1). */
function stillHeld(order: Order, events: OrderEvent[]): Result<OrderEvent[]> {
  try {
    billOfOrder(afterEvents(order, events));
  } catch (fault) {
    if (fault instanceof AmountTooLarge) return refuse('amount_too_large');
    throw fault;
  }
  return ok(events);
}

function afterEvents(order: Order, events: readonly OrderEvent[]): Order {
  return events.reduce<Order>((state, event) => applyOrderEvent(state, event), order);
}

/** Nothing may be taken off that a part payment has already paid for. A balance of exactly 0 counts too: only a payment settles. */
function stillPayable(order: Order, events: OrderEvent[]): Result<OrderEvent[]> {
  const paid: Money = paidOfOrder(order);
  if (paid === 0) return ok(events);
  return balanceOfOrder(afterEvents(order, events)) > money(0)
    ? ok(events)
    : refuse('below_paid', { paid });
}
