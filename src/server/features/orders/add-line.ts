import type * as z from 'zod/mini';
import type { addLine as route, OrderState } from '../../../contract/orders.ts';
import type { TaxMode } from '../../../domain/bill/bill.ts';
import { money } from '../../../domain/money.ts';
import { addLine as decide } from '../../../domain/order/change-order.ts';
import type { LineItem } from '../../../domain/order/order.ts';
import type { Reading } from '../../db/engine.ts';
import { prepared } from '../../db/prepared.ts';
import type { CommandContext } from '../../http/handler.ts';
import { Refused } from '../../refused.ts';
import { changeOrder } from './change-order.ts';

type ItemForSale = {
  name: string;
  category_id: string;
  category: string;
  sold_out: number;
  tax_mode: string;
  /** Both empty where the item has no such portion. */
  portion: string | null;
  price: number | null;
};
const itemForSale = prepared<{ itemId: string; portionId: string }, ItemForSale>((sql, arg) =>
  sql
    .selectFrom('items')
    .innerJoin('categories', 'categories.category_id', 'items.category_id')
    .innerJoin('site', (join) => join.onTrue())
    .leftJoin('item_portions', (join) =>
      join
        .onRef('item_portions.item_id', '=', 'items.item_id')
        .on('item_portions.portion_id', '=', arg('portionId')),
    )
    .select([
      'items.name',
      'items.category_id',
      'categories.name as category',
      'items.sold_out',
      'site.tax_mode',
      'item_portions.name as portion',
      'item_portions.price',
    ])
    .where('items.item_id', '=', arg('itemId')),
);
const taxesOfItem = prepared<
  { itemId: string },
  { tax_id: string; name: string; rate_ppm: number }
>((sql, arg) =>
  sql
    .selectFrom('item_taxes')
    .innerJoin('taxes', 'taxes.tax_id', 'item_taxes.tax_id')
    .select(['taxes.tax_id', 'taxes.name', 'taxes.rate_ppm'])
    .where('item_taxes.item_id', '=', arg('itemId'))
    .orderBy('item_taxes.position'),
);

/**
 * Adds an item at the till's own price (M11). Refusals: item_not_found, portion_not_found,
 * item_sold_out, price_differs and those of the domain's `addLine`.
 */
export async function addLine(
  context: CommandContext,
  orderId: string,
  body: z.output<NonNullable<(typeof route)['body']>>,
): Promise<OrderState> {
  const item = await snapshotItem(context.tx, body.itemId, body.portionId);
  if (body.expectedUnitPrice !== undefined && body.expectedUnitPrice !== item.unitPrice) {
    throw new Refused('price_differs', { price: item.unitPrice });
  }
  const { lineId, quantity, note } = body;
  return changeOrder(context, orderId, (order, facts) =>
    decide(order, { lineId, item, quantity, note }, facts),
  );
}

/** The item as the menu has it now, for the line to keep (M8). */
async function snapshotItem(tx: Reading, itemId: string, portionId: string): Promise<LineItem> {
  const item = await tx.first(itemForSale(tx.sql, { itemId, portionId }));
  if (!item) throw new Refused('item_not_found');
  if (item.portion === null || item.price === null) throw new Refused('portion_not_found');
  if (item.sold_out === 1) throw new Refused('item_sold_out', { item: item.name });
  const taxes = await tx.all(taxesOfItem(tx.sql, { itemId }));
  return {
    itemId,
    name: item.name,
    categoryId: item.category_id,
    category: item.category,
    portionId,
    portion: item.portion,
    unitPrice: money(item.price),
    taxes: taxes.map((tax) => ({ taxId: tax.tax_id, name: tax.name, ratePpm: tax.rate_ppm })),
    taxMode: item.tax_mode as TaxMode,
  };
}
