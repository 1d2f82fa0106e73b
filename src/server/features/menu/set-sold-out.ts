import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordFacts } from '../../journal/record-change.ts';
import { findItem } from '../../load-menu.ts';
import { Refused } from '../../refused.ts';

/** Marks an item as sold out, or as back (O8). Refusal: item_not_found. */
export async function markSoldOut(
  context: CommandContext,
  itemId: string,
  soldOut: boolean,
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const item = await findItem(tx, itemId);
  if (!item) throw new Refused('item_not_found');
  if (item.soldOut === soldOut) return recordFacts(context, []);
  return recordFacts(context, [
    { type: 'item_sold_out', at, by: plain(who), itemId, name: item.name, soldOut },
  ]);
}
