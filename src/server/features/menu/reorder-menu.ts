import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { isSame, recordFacts } from '../../journal/record-change.ts';
import { listCategories, listItems } from '../../load-menu.ts';
import { Refused } from '../../refused.ts';

/**
 * Puts the named categories and items in the order given; those not named keep their places among them.
 * Refusals: not_found for an unknown id, malformed for one named twice.
 */
export async function arrangeMenu(
  context: CommandContext,
  named: { readonly categoryIds: readonly string[]; readonly itemIds: readonly string[] },
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const categories = (await listCategories(tx)).map((category) => category.categoryId);
  const items = await listItems(tx);
  const categoryById = new Map(items.map((item) => [item.itemId, item.categoryId]));
  const touched = new Set(named.itemIds.map((itemId) => categoryById.get(itemId)));
  // Places are compared within a category only, so the other categories need not be written.
  const neighbours = items.filter((item) => touched.has(item.categoryId));
  const itemIds = neighbours.map((item) => item.itemId);
  const event = {
    type: 'menu_reordered' as const,
    at,
    by: plain(who),
    categoryIds: arrange(categories, named.categoryIds, 'categoryIds'),
    itemIds: arrange(itemIds, named.itemIds, 'itemIds'),
  };
  const changesNothing = isSame([event.categoryIds, event.itemIds], [categories, itemIds]);
  return recordFacts(context, changesNothing ? [] : [event]);
}

/** Deals the named ids, in their new order, into the places that they hold together. */
function arrange(
  current: readonly string[],
  named: readonly string[],
  field: string,
): readonly string[] {
  if (named.length === 0) return current;
  const wanted = new Set(named);
  if (wanted.size !== named.length) {
    throw new Refused('malformed', undefined, [
      { path: `body.${field}`, message: 'The same id is named twice.' },
    ]);
  }
  const known = new Set(current);
  const unknown = named.findIndex((id) => !known.has(id));
  if (unknown >= 0) {
    throw new Refused('not_found', undefined, [
      { path: `body.${field}.${unknown}`, message: 'There is no such id on the menu.' },
    ]);
  }
  const next = named.values();
  return current.map((id) => (wanted.has(id) ? (next.next().value ?? id) : id));
}
