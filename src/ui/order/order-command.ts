import type { CallInput } from '../api/call.ts';
import { call } from '../api/call.ts';
import * as routes from '../../contract/orders.ts';
import type { OrderState } from '../../contract/orders.ts';
import type { BillRules } from '../../domain/bill/bill.ts';
import type { Dining, LineItem } from '../../domain/order/order.ts';

/** The server's input for a payment, without the order it is for. */
export type PaymentInput = CallInput<typeof routes.takePayment>['body'];
type Approval = NonNullable<CallInput<typeof routes.voidLine>['body']['approval']>;

/** One tap on an order: what the server is asked, with what this screen needs to show it beforehand. */
export type OrderCommand =
  | {
      readonly do: 'open';
      readonly dining: Dining;
      readonly tableId: string | null;
      readonly table: string;
      readonly covers: number;
      readonly rules: BillRules;
    }
  | {
      readonly do: 'addLine';
      readonly lineId: string;
      readonly item: LineItem;
      readonly quantity: number;
      readonly note: string;
    }
  | { readonly do: 'changeQuantity'; readonly lineId: string; readonly by: number }
  | { readonly do: 'changeNote'; readonly lineId: string; readonly note: string }
  | {
      readonly do: 'voidLine';
      readonly lineId: string;
      readonly quantity: number;
      readonly reason: string;
      readonly splitLineId: string;
      readonly approval?: Approval;
    }
  | { readonly do: 'send' }
  | { readonly do: 'changeCovers'; readonly covers: number }
  | { readonly do: 'preBill' }
  | { readonly do: 'cancel'; readonly reason: string }
  | { readonly do: 'pay'; readonly payment: PaymentInput };

/** Asks the server once, under the key of the tap (O2). */
export function sendOrderCommand(
  command: OrderCommand,
  orderId: string,
  key: string,
): Promise<OrderState> {
  const params = { orderId };
  switch (command.do) {
    case 'open': {
      const { dining, tableId, covers } = command;
      const body = { orderId, dining, tableId, covers };
      return call(routes.openOrder, { body }, { key });
    }
    case 'addLine': {
      const { lineId, item, quantity, note } = command;
      const { itemId, portionId, unitPrice: expectedUnitPrice } = item;
      const body = { lineId, itemId, portionId, quantity, note, expectedUnitPrice };
      return call(routes.addLine, { params, body }, { key });
    }
    case 'changeQuantity':
      return call(
        routes.changeQuantity,
        { params: { orderId, lineId: command.lineId }, body: { by: command.by } },
        { key },
      );
    case 'changeNote':
      return call(
        routes.changeNote,
        { params: { orderId, lineId: command.lineId }, body: { note: command.note } },
        { key },
      );
    case 'voidLine': {
      const { lineId, quantity, reason, splitLineId, approval } = command;
      const body = { quantity, reason, splitLineId, ...(approval ? { approval } : {}) };
      return call(routes.voidLine, { params: { orderId, lineId }, body }, { key });
    }
    case 'send':
      return call(routes.sendToKitchen, { params, body: {} }, { key });
    case 'changeCovers':
      return call(
        routes.changeCovers,
        { params, body: { covers: command.covers } },
        {
          key,
        },
      );
    case 'preBill':
      return call(routes.issuePreBill, { params, body: {} }, { key });
    case 'cancel':
      return call(routes.cancelOrder, { params, body: { reason: command.reason } }, { key });
    case 'pay':
      return call(routes.takePayment, { params, body: command.payment }, { key });
  }
}

/** Whether a command makes no sense once another was refused: its order or its line never came to be. */
export function dependsOn(command: OrderCommand, refused: OrderCommand): boolean {
  if (refused.do === 'open') return true;
  return refused.do === 'addLine' && 'lineId' in command && command.lineId === refused.lineId;
}
