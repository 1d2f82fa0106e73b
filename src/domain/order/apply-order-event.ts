import type { Order, OrderLine } from './order.ts';
import type { OrderEvent } from './order-event.ts';

/** The only way an order changes. The first event of an order opens it. */
export function applyOrderEvent(order: Order | undefined, event: OrderEvent): Order {
  if (event.type === 'order_opened') return openedOrder(event);
  if (!order) throw new Error(`${event.type} before order_opened`);
  switch (event.type) {
    case 'line_added':
      return reopened({
        ...order,
        lines: [
          ...order.lines,
          {
            ...event.item,
            lineId: event.lineId,
            quantity: event.quantity,
            note: event.note,
            addedAt: event.at,
            addedBy: event.by,
            sentAt: null,
            billed: false,
            voided: null,
          },
        ],
      });
    case 'line_quantity_changed':
      return maybeReopened(
        withLine(order, event.lineId, (line) => ({ ...line, quantity: event.to })),
        event.to > event.from,
      );
    case 'line_note_changed':
      return withLine(order, event.lineId, (line) => ({ ...line, note: event.to }));
    case 'line_removed':
      return { ...order, lines: order.lines.filter((line) => line.lineId !== event.lineId) };
    case 'line_voided':
      return { ...order, lines: withVoid(order.lines, event) };
    case 'lines_sent': {
      const sent = new Set(event.lines.map((line) => line.lineId));
      return {
        ...order,
        lines: order.lines.map((line) =>
          sent.has(line.lineId) ? { ...line, sentAt: event.at } : line,
        ),
      };
    }
    case 'covers_changed':
      return { ...order, covers: event.to };
    case 'pre_bill_issued':
      return {
        ...order,
        status: 'billing',
        preBills: event.count,
        preBillAt: event.at,
        preBillTotal: event.total,
        lines: order.lines.map((line) => ({ ...line, billed: true })),
      };
    case 'payment_taken':
      return { ...order, payments: [...order.payments, event.payment] };
    case 'order_settled':
      return {
        ...order,
        status: 'paid',
        businessDate: event.businessDate,
        receiptNumber: event.receiptNumber,
        settledAt: event.at,
        settledBy: event.by,
      };
    case 'order_cancelled':
      return { ...order, status: 'cancelled', settledAt: event.at, settledBy: event.by };
  }
}

function openedOrder(event: Extract<OrderEvent, { type: 'order_opened' }>): Order {
  return {
    orderId: event.orderId,
    number: event.number,
    businessDate: event.businessDate,
    dining: event.dining,
    tableId: event.tableId,
    table: event.table,
    covers: event.covers,
    openedAt: event.at,
    openedBy: event.by,
    rules: event.rules,
    lines: [],
    payments: [],
    preBills: 0,
    preBillAt: null,
    preBillTotal: null,
    status: 'open',
    receiptNumber: null,
    settledAt: null,
    settledBy: null,
  };
}

/** Adding an item clears billing (P7). */
function reopened(order: Order): Order {
  return { ...order, status: 'open', preBillAt: null };
}

function maybeReopened(order: Order, more: boolean): Order {
  return more ? reopened(order) : order;
}

function withLine(order: Order, lineId: string, change: (line: OrderLine) => OrderLine): Order {
  return {
    ...order,
    lines: order.lines.map((line) => (line.lineId === lineId ? change(line) : line)),
  };
}

function withVoid(
  lines: readonly OrderLine[],
  event: Extract<OrderEvent, { type: 'line_voided' }>,
): OrderLine[] {
  const { reason, at, by, approvedBy, splitLineId, quantity } = event;
  const voided = { reason, at, by, approvedBy };
  const line = lines.find((each) => each.lineId === event.lineId);
  if (!line) return [...lines];
  if (splitLineId === null)
    return lines.map((each) => (each === line ? { ...line, voided } : each));
  return [
    ...lines.map((each) =>
      each === line ? { ...line, quantity: line.quantity - quantity } : each,
    ),
    { ...line, lineId: splitLineId, quantity, voided },
  ];
}
