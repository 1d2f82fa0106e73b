import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidv7 } from '../../api/uuidv7.ts';
import type { Dining } from '../../../domain/order/order.ts';
import { queueOf } from '../../order/queues.ts';

/** What an order will be once its first item is tapped; nothing is opened before (no empty orders). */
export type Draft = { readonly dining: Dining; readonly tableId: string | null };
export type Desk = {
  readonly deskId: string;
  readonly draft: Draft | undefined;
  /** Stays the same as long as nothing on the screen should start over. */
  readonly sitting: string;
};

/**
 * Which order the address means. A new order keeps its desk when its address changes from `new` to its
 * own. Where another screen has opened the table meanwhile, the desk is that order's, and the sitting lasts.
 */
export function useDesk(orderId: string, search: string): Desk {
  const client = useQueryClient();
  const address = `${orderId}?${search}`;
  const [last, setLast] = useState(() => {
    const first = deskAt(orderId, search);
    return { address, ...first, sitting: first.deskId };
  });
  if (last.address === address) return last;
  const isSame = queueOf(last.deskId, client).view().orderId === orderId;
  const isTaken = last.draft !== undefined && last.draft.tableId !== null;
  const there = isSame ? { deskId: last.deskId, draft: undefined } : deskAt(orderId, search);
  const sitting = isSame || isTaken ? last.sitting : there.deskId;
  const next = { address, ...there, sitting };
  setLast(next);
  return next;
}

function deskAt(orderId: string, search: string): Omit<Desk, 'sitting'> {
  if (orderId !== 'new') return { deskId: orderId, draft: undefined };
  const asked = new URLSearchParams(search);
  const tableId = asked.get('table');
  const dining = asked.has('to_go') ? 'to_go' : asked.has('delivery') ? 'delivery' : 'here';
  return { deskId: uuidv7(), draft: { dining, tableId } };
}
