import type { JournalEvent } from '../journal-event.ts';
import type { OrderEvent } from './order-event.ts';

const types: Readonly<Record<OrderEvent['type'], true>> = {
  order_opened: true,
  line_added: true,
  line_quantity_changed: true,
  line_note_changed: true,
  line_removed: true,
  line_voided: true,
  lines_sent: true,
  covers_changed: true,
  pre_bill_issued: true,
  payment_taken: true,
  order_settled: true,
  order_cancelled: true,
};

/** Whether a fact of the journal is about one order of the till. */
export function isOrderEvent(event: JournalEvent): event is OrderEvent {
  return Object.hasOwn(types, event.type);
}
