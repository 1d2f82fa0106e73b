import assert from 'node:assert/strict';
import type { z } from 'zod/mini';
import type { Menu } from '../../src/contract/menu.ts';
import type { orderState } from '../../src/contract/orders.ts';
import type { SalesReport } from '../../src/contract/reports.ts';
import type { Welcome } from '../../src/contract/site.ts';
import { freshId } from './api.ts';
import type { ApiClient } from './packaged-till.ts';
import { untaxedPlace } from './untaxed-place.ts';

type OrderState = z.infer<typeof orderState>;

const ownerPin = '482913';

/** The first start: a place of its own, signed in as its owner. */
export async function setUpPlace(api: ApiClient): Promise<void> {
  await api.post('/setup', {
    ...untaxedPlace,
    name: 'One File',
    owner: { name: 'Olivia', pin: ownerPin },
  });
}

/** Signs the owner in on a browser that is new. */
export async function signInAsOwner(api: ApiClient): Promise<void> {
  const { people } = await api.get<Welcome>('/welcome');
  await api.post('/session', { staffId: people[0]?.staffId, pin: ownerPin });
}

/** Sells one portion to go for cash, and answers what it cost. */
export async function sellOne(api: ApiClient): Promise<number> {
  const { items } = await api.get<Menu>('/menu');
  const [item] = items;
  const [portion] = item?.portions ?? [];
  assert.ok(item && portion, 'the demo has something to sell');
  const orderId = freshId();
  await api.post('/orders', { orderId, dining: 'to_go', tableId: null, covers: 0 });
  await api.post(`/orders/${orderId}/lines`, {
    lineId: freshId(),
    itemId: item.itemId,
    portionId: portion.portionId,
    quantity: 1,
    note: '',
  });
  const paid = await api.post<OrderState>(`/orders/${orderId}/payments`, {
    paymentId: freshId(),
    tenderId: 'cash',
    tendered: 10_000,
    tip: 0,
    expectedTotal: portion.price,
  });
  assert.equal(paid.order.status, 'paid');
  await api.get(`/orders/${orderId}/receipt`);
  return portion.price;
}

/** What was taken on these business dates. */
export async function takings(api: ApiClient, from: string, to: string): Promise<SalesReport> {
  const { report } = await api.get<{ report: SalesReport }>(`/reports/sales?from=${from}&to=${to}`);
  return report;
}
