import type { OrderStatus } from '../order/order.ts';

export type Area = { readonly areaId: string; readonly name: string; readonly position: number };

export type TableShape = 'round' | 'square' | 'bar';

/** A table as drawn; place and size in hundredths of the room, 0–100. */
export type Table = {
  readonly tableId: string;
  readonly areaId: string;
  readonly name: string;
  readonly seats: number;
  readonly shape: TableShape;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type TableStatus = 'available' | 'occupied' | 'billing';

/** A table's status follows from its open order; nothing sets it (O7). */
export function tableStatus(order: { readonly status: OrderStatus } | undefined): TableStatus {
  if (order?.status === 'billing') return 'billing';
  return order?.status === 'open' ? 'occupied' : 'available';
}
