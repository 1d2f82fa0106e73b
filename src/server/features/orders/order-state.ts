import type { OrderState } from '../../../contract/orders.ts';
import { balanceOfOrder, billOfOrder } from '../../../domain/order/bill-of-order.ts';
import type { Order } from '../../../domain/order/order.ts';
import { namesOf } from '../../access/aliases.ts';
import type { Reading } from '../../db/engine.ts';
import type { Deps } from '../../deps.ts';
import { journalHead } from '../../journal/append.ts';

/** What every screen gets to see of an order: itself, its bill, what is due, and where the journal then stood. */
export async function orderState(
  deps: Pick<Deps, 'site'>,
  tx: Reading,
  order: Order,
): Promise<OrderState> {
  const bill = billOfOrder(order);
  const { seq } = await journalHead(tx, deps.site);
  return {
    order: order as OrderState['order'],
    bill: bill as OrderState['bill'],
    balance: balanceOfOrder(order, bill),
    names: await namesOf(tx, aliasesIn(order)),
    seq,
  };
}

/** The pseudonyms of everybody who had a hand in an order. */
export function aliasesIn(order: Order): string[] {
  return [
    order.openedBy.alias,
    order.settledBy?.alias ?? '',
    ...order.lines.flatMap((line) => [
      line.addedBy.alias,
      line.voided?.by.alias ?? '',
      line.voided?.approvedBy?.alias ?? '',
    ]),
    ...order.payments.map((payment) => payment.by.alias),
  ];
}
