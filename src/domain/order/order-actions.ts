import type { OrderStatus } from './order.ts';

/** Which action is allowed in which status: server and buttons ask this one table. */
export const orderActions = {
  addLine: ['open', 'billing'],
  changeLine: ['open', 'billing'],
  voidLine: ['open', 'billing'],
  sendToKitchen: ['open', 'billing'],
  changeCovers: ['open', 'billing'],
  issuePreBill: ['open', 'billing'],
  takePayment: ['open', 'billing'],
  cancelOrder: ['open', 'billing'],
  viewReceipt: ['paid'],
} as const satisfies Record<string, readonly OrderStatus[]>;

export type OrderAction = keyof typeof orderActions;

export function isAllowed(action: OrderAction, status: OrderStatus): boolean {
  return (orderActions[action] as readonly OrderStatus[]).includes(status);
}
