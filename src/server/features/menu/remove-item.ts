import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordFacts } from '../../journal/record-change.ts';
import { findItem } from '../../load-menu.ts';
import { Refused } from '../../refused.ts';

/** Takes an item off the menu; lines that were ordered keep their snapshot (M8). Refusal: item_not_found. */
export async function dropItem(context: CommandContext, itemId: string): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const before = await findItem(tx, itemId);
  if (!before) throw new Refused('item_not_found');
  return recordFacts(context, [{ type: 'item_removed', at, by: plain(who), before }]);
}
