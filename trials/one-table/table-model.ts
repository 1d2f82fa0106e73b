/**
 * What the rules of the trade say of one table's order, written from the rules alone (O1, O3, M9, P1–P3,
 * P7): nothing here is shared with the till. Prices include tax, so a total is a sum of prices.
 */
export type ModelLine = {
  readonly lineId: string;
  readonly itemId: string;
  readonly price: number;
  readonly quantity: number;
  /** Sent, or on a pre-bill: taking it off is a void. */
  readonly firm: boolean;
  readonly sent: boolean;
  readonly voided: boolean;
};
export type ModelOrder = {
  readonly lines: readonly ModelLine[];
  readonly paid: number;
  readonly settled: boolean;
};

export type Tap =
  | {
      readonly verb: 'add';
      readonly lineId: string;
      readonly itemId: string;
      readonly price: number;
      readonly quantity: number;
    }
  | { readonly verb: 'quantity'; readonly lineId: string; readonly by: number }
  | { readonly verb: 'remove'; readonly lineId: string }
  | { readonly verb: 'send' }
  | { readonly verb: 'preBill' }
  | {
      readonly verb: 'void';
      readonly lineId: string;
      readonly quantity: number;
      readonly splitLineId: string;
    }
  | {
      readonly verb: 'pay';
      readonly paymentId: string;
      readonly tender: 'cash' | 'card';
      readonly tendered: number;
      /** The total that the screen showed. */
      readonly expectedTotal: number;
    };

export const emptyOrder: ModelOrder = { lines: [], paid: 0, settled: false };

export function totalOf(order: ModelOrder): number {
  return live(order).reduce((sum, line) => sum + line.price * line.quantity, 0);
}

function live(order: ModelOrder): ModelLine[] {
  return order.lines.filter((line) => !line.voided);
}

/** The order after a tap, or undefined where the rules refuse it. */
export function tapped(order: ModelOrder, tap: Tap): ModelOrder | undefined {
  if (order.settled) return undefined;
  switch (tap.verb) {
    case 'add':
      return withAdded(order, tap);
    case 'quantity':
      return withQuantity(order, tap.lineId, tap.by);
    case 'remove': {
      const line = order.lines.find((each) => each.lineId === tap.lineId);
      return line && withQuantity(order, tap.lineId, -line.quantity);
    }
    case 'send':
      return withLines(order, (line) => (line.voided ? line : { ...line, sent: true, firm: true }));
    case 'preBill':
      if (live(order).length === 0) return undefined;
      return withLines(order, (line) => (line.voided ? line : { ...line, firm: true }));
    case 'void':
      return withVoided(order, tap);
    case 'pay':
      return withPayment(order, tap);
  }
}

function withAdded(order: ModelOrder, tap: Extract<Tap, { verb: 'add' }>): ModelOrder | undefined {
  if (order.lines.some((line) => line.lineId === tap.lineId)) return undefined;
  const { lineId, itemId, price, quantity } = tap;
  const alike = order.lines.find((line) => line.itemId === itemId && !line.firm && !line.voided);
  if (alike) {
    return withLines(order, (line) =>
      line === alike ? { ...line, quantity: line.quantity + quantity } : line,
    );
  }
  const line = { lineId, itemId, price, quantity, firm: false, sent: false, voided: false };
  return { ...order, lines: [...order.lines, line] };
}

function withQuantity(order: ModelOrder, lineId: string, by: number): ModelOrder | undefined {
  const line = order.lines.find((each) => each.lineId === lineId);
  if (!line || line.voided || line.firm || line.quantity + by < 0) return undefined;
  const changed = withLines(order, (each) =>
    each === line ? { ...each, quantity: each.quantity + by } : each,
  );
  const kept = { ...changed, lines: changed.lines.filter((each) => each.quantity > 0) };
  return by < 0 ? stillToPay(kept) : kept;
}

function withVoided(
  order: ModelOrder,
  tap: Extract<Tap, { verb: 'void' }>,
): ModelOrder | undefined {
  const line = order.lines.find((each) => each.lineId === tap.lineId);
  if (!line || line.voided || !line.firm || tap.quantity > line.quantity) return undefined;
  if (tap.quantity === line.quantity) {
    return stillToPay(
      withLines(order, (each) => (each === line ? { ...each, voided: true } : each)),
    );
  }
  const rest = withLines(order, (each) =>
    each === line ? { ...each, quantity: each.quantity - tap.quantity } : each,
  );
  const struck = { ...line, lineId: tap.splitLineId, quantity: tap.quantity, voided: true };
  return stillToPay({ ...rest, lines: [...rest.lines, struck] });
}

function withPayment(
  order: ModelOrder,
  tap: Extract<Tap, { verb: 'pay' }>,
): ModelOrder | undefined {
  const total = totalOf(order);
  const due = total - order.paid;
  if (live(order).length === 0 || tap.expectedTotal !== total || tap.tendered <= 0)
    return undefined;
  // A drawer can give change, a card terminal cannot (P2).
  if (tap.tender === 'card' && tap.tendered > due) return undefined;
  const paid = order.paid + Math.min(tap.tendered, due);
  return { ...order, paid, settled: paid === total };
}

/** What was paid for cannot be taken off again; that would be a refund (O4). */
function stillToPay(order: ModelOrder): ModelOrder | undefined {
  return order.paid > 0 && totalOf(order) <= order.paid ? undefined : order;
}

function withLines(order: ModelOrder, change: (line: ModelLine) => ModelLine): ModelOrder {
  return { ...order, lines: order.lines.map(change) };
}
