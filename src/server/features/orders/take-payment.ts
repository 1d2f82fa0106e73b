import type * as z from 'zod/mini';
import type { OrderState, takePayment as route } from '../../../contract/orders.ts';
import { billOfOrder } from '../../../domain/order/bill-of-order.ts';
import type { TenderKind } from '../../../domain/order/order.ts';
import { takePayment as decide } from '../../../domain/order/take-payment.ts';
import { localHourOf } from '../../business-day.ts';
import { prepared } from '../../db/prepared.ts';
import type { CommandContext } from '../../http/handler.ts';
import { loadSite } from '../../load-site.ts';
import { receiptCounter } from '../../projections/project-order.ts';
import { Refused } from '../../refused.ts';
import { changeOrder } from './change-order.ts';
import { nextNumber } from './open-order.ts';

const tenderById = prepared<{ tenderId: string }, { name: string; kind: string; active: number }>(
  (sql, arg) =>
    sql
      .selectFrom('tenders')
      .select(['name', 'kind', 'active'])
      .where('tender_id', '=', arg('tenderId')),
);
const paymentById = prepared<{ paymentId: string }, { payment_id: string }>((sql, arg) =>
  sql.selectFrom('payments').select('payment_id').where('payment_id', '=', arg('paymentId')),
);

/**
 * Takes a payment. Refusals: tender_not_found, tender_inactive, total_differs, conflict (a payment id
 * used before) and those of the domain's `takePayment`.
 */
export async function takePayment(
  context: CommandContext,
  orderId: string,
  body: z.output<NonNullable<(typeof route)['body']>>,
): Promise<OrderState> {
  const { deps, tx, at } = context;
  const tender = await tx.first(tenderById(tx.sql, { tenderId: body.tenderId }));
  if (!tender) throw new Refused('tender_not_found');
  if (tender.active !== 1) throw new Refused('tender_inactive');
  if (await tx.first(paymentById(tx.sql, { paymentId: body.paymentId }))) {
    throw new Refused('conflict');
  }
  const site = await loadSite(tx);
  const nextReceiptNumber = await nextNumber(tx, deps.site, receiptCounter);
  const hour = localHourOf(at, site.timeZone);
  const { name, address, currency, exponent } = site;
  return changeOrder(context, orderId, (order, facts) => {
    const { total } = billOfOrder(order);
    if (body.expectedTotal !== undefined && body.expectedTotal !== total) {
      throw new Refused('total_differs', { total });
    }
    return decide(
      order,
      {
        paymentId: body.paymentId,
        tenderId: body.tenderId,
        tender: tender.name,
        kind: tender.kind as TenderKind,
        tendered: body.tendered,
        tip: body.tip,
      },
      { ...facts, nextReceiptNumber, hour, place: { name, address, currency, exponent } },
    );
  });
}
