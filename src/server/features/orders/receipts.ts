import type * as z from 'zod/mini';
import type { listReceipts as listRoute, Receipt } from '../../../contract/receipts.ts';
import { billOfOrder } from '../../../domain/order/bill-of-order.ts';
import { money } from '../../../domain/money.ts';
import { namesOf } from '../../access/aliases.ts';
import { plain } from '../../access/session.ts';
import type { Reading } from '../../db/engine.ts';
import type { Schema } from '../../db/schema.ts';
import type { CommandContext } from '../../http/handler.ts';
import { record } from '../../journal/record.ts';
import { findOrderRow } from '../../projections/find-order.ts';
import { Refused } from '../../refused.ts';
import { loadOrder } from './change-order.ts';
import { aliasesIn } from './order-state.ts';

const pageSize = 50;

async function loadPaidRow(tx: Reading, orderId: string): Promise<Schema['orders']> {
  const row = await findOrderRow(tx, orderId);
  if (!row || row.receipt_number === null) throw new Refused('order_not_found');
  return row;
}

/** The short form in which a receipt anchors the journal's head (J3). */
export function shortHead(seq: number, hash: string): string {
  return `${seq}-${hash.slice(0, 12)}`;
}

/** A paid order's receipt, wholly from what was kept of it then (M8, P9). Refusal: order_not_found. */
export async function receiptOf(tx: Reading, orderId: string): Promise<Receipt> {
  const row = await loadPaidRow(tx, orderId);
  const order = await loadOrder(tx, orderId);
  const seq = row.settled_seq ?? 0;
  return {
    order: order as Receipt['order'],
    bill: billOfOrder(order) as Receipt['bill'],
    names: await namesOf(tx, aliasesIn(order)),
    place: {
      name: row.place_name,
      address: row.place_address,
      currency: row.currency,
      exponent: row.exponent,
    },
    rounding: money(row.rounding),
    tips: money(row.tips),
    journal: { seq, head: shortHead(seq, row.settled_hash ?? '') },
    copies: row.copies,
  };
}

/** Counts a print: 0 is the original, 1 and up are copies, each journaled with who and when (P9). */
export async function countCopy(
  context: CommandContext,
  orderId: string,
): Promise<{ copy: number }> {
  const { deps, tx, who, at } = context;
  const row = await loadPaidRow(tx, orderId);
  const copy = row.copies + 1;
  await record(deps, tx, [
    {
      type: 'receipt_copied',
      at,
      by: plain(who),
      orderId,
      receiptNumber: row.receipt_number ?? 0,
      copy,
    },
  ]);
  return { copy: copy - 1 };
}

type Query = z.output<NonNullable<(typeof listRoute)['query']>>;

/** A page of receipts, newest first. */
export async function receiptPage(tx: Reading, query: Query) {
  let search = tx.sql
    .selectFrom('orders')
    .selectAll()
    .where('receipt_number', 'is not', null)
    .orderBy('receipt_number', 'desc')
    .limit(pageSize + 1);
  if (query.businessDate !== undefined)
    search = search.where('business_date', '=', query.businessDate);
  if (query.receiptNumber !== undefined)
    search = search.where('receipt_number', '=', query.receiptNumber);
  if (query.before !== undefined) search = search.where('receipt_number', '<', query.before);
  const rows = await tx.all(search);
  const page = rows.slice(0, pageSize);
  const names = await namesOf(
    tx,
    page.map((row) => row.settled_alias ?? ''),
  );
  const tenders = await tendersOf(
    tx,
    page.map((row) => row.order_id),
  );
  return {
    receipts: page.map((row) => ({
      orderId: row.order_id,
      receiptNumber: row.receipt_number,
      number: row.number,
      businessDate: row.business_date,
      settledAt: row.settled_at ?? row.opened_at,
      table: row.table_name,
      dining: row.dining as 'here' | 'to_go' | 'delivery',
      cashier: names[row.settled_alias ?? ''] ?? '',
      tenders: tenders.get(row.order_id) ?? [],
      items: row.items,
      total: money(row.total + row.rounding),
      tips: money(row.tips),
    })),
    more: rows.length > pageSize ? (page.at(-1)?.receipt_number ?? null) : null,
  };
}

async function tendersOf(tx: Reading, orderIds: readonly string[]): Promise<Map<string, string[]>> {
  const byOrder = new Map<string, string[]>();
  if (orderIds.length === 0) return byOrder;
  const rows = await tx.all(
    tx.sql
      .selectFrom('payments')
      .select(['order_id', 'tender'])
      .where('order_id', 'in', orderIds)
      .orderBy('position'),
  );
  for (const { order_id: orderId, tender } of rows) {
    const known = byOrder.get(orderId) ?? [];
    if (!known.includes(tender)) byOrder.set(orderId, [...known, tender]);
  }
  return byOrder;
}
