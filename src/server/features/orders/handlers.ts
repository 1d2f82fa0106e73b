import * as routes from '../../../contract/orders.ts';
import * as receiptRoutes from '../../../contract/receipts.ts';
import * as verbs from '../../../domain/order/change-order.ts';
import { commands, commandsAfter, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { journalHead } from '../../journal/append.ts';
import { listOrderSummaries } from '../../order-summary.ts';
import { addLine } from './add-line.ts';
import { changeOrder, loadOrder } from './change-order.ts';
import { openOrder } from './open-order.ts';
import { orderState } from './order-state.ts';
import { countCopy, receiptOf, receiptPage } from './receipts.ts';
import { takePayment } from './take-payment.ts';
import { checkApproval, voidLine } from './void-line.ts';

export const ordersHandlers: readonly Handler[] = [
  commands(routes.openOrder, (context, { body }) => openOrder(context, body)),
  reads(routes.getOrder, async ({ deps, tx }, { params }) =>
    orderState(deps, tx, await loadOrder(tx, params.orderId)),
  ),
  reads(routes.listOpenOrders, async ({ deps, tx }) => ({
    orders: await listOrderSummaries(tx),
    seq: (await journalHead(tx, deps.site)).seq,
  })),
  commands(routes.addLine, (context, { params, body }) => addLine(context, params.orderId, body)),
  commands(routes.changeQuantity, (context, { params, body }) =>
    changeOrder(context, params.orderId, (order, facts) =>
      verbs.changeQuantity(order, { lineId: params.lineId, by: body.by }, facts),
    ),
  ),
  commands(routes.changeNote, (context, { params, body }) =>
    changeOrder(context, params.orderId, (order, facts) =>
      verbs.changeNote(order, { lineId: params.lineId, note: body.note }, facts),
    ),
  ),
  commands(routes.removeLine, (context, { params }) =>
    changeOrder(context, params.orderId, (order, facts) =>
      verbs.removeLine(order, { lineId: params.lineId }, facts),
    ),
  ),
  commandsAfter(routes.voidLine, checkApproval, voidLine),
  commands(routes.sendToKitchen, (context, { params }) =>
    changeOrder(context, params.orderId, verbs.sendToKitchen),
  ),
  commands(routes.changeCovers, (context, { params, body }) =>
    changeOrder(context, params.orderId, (order, facts) =>
      verbs.changeCovers(order, body.covers, facts),
    ),
  ),
  commands(routes.issuePreBill, (context, { params }) =>
    changeOrder(context, params.orderId, verbs.issuePreBill),
  ),
  commands(routes.cancelOrder, (context, { params, body }) =>
    changeOrder(context, params.orderId, (order, facts) =>
      verbs.cancelOrder(order, body.reason, facts),
    ),
  ),
  commands(routes.takePayment, (context, { params, body }) =>
    takePayment(context, params.orderId, body),
  ),
  reads(receiptRoutes.getReceipt, ({ tx }, { params }) => receiptOf(tx, params.orderId)),
  commands(receiptRoutes.countCopy, (context, { params }) => countCopy(context, params.orderId)),
  reads(receiptRoutes.listReceipts, ({ tx }, { query }) => receiptPage(tx, query)),
];
