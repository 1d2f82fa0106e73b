import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordFacts } from '../../journal/record-change.ts';
import { findCategory } from '../../load-menu.ts';
import { Refused } from '../../refused.ts';

/** Removes an empty category. Refusals: not_found, in_use. */
export async function dropCategory(
  context: CommandContext,
  categoryId: string,
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const before = await findCategory(tx, categoryId);
  if (!before) throw new Refused('not_found');
  const item = await tx.first(
    tx.sql.selectFrom('items').select('item_id').where('category_id', '=', categoryId).limit(1),
  );
  if (item) throw new Refused('in_use');
  return recordFacts(context, [{ type: 'category_removed', at, by: plain(who), before }]);
}
