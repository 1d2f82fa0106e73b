import { ordersHandlers } from './features/orders/handlers.ts';
import type { Handler } from './http/handler.ts';

/** Every route's handler; the contract's own test sees that none is missing. */
export const handlers: readonly Handler[] = [...ordersHandlers];
