import type { Handler } from '../../http/handler.ts';

export const ordersHandlers: readonly Handler[] = [];
