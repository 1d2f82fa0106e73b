import type { Category } from '../../../domain/menu/menu.ts';
import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { listCategories } from '../../load-menu.ts';
import { refuseTakenName } from '../../unique-name.ts';

/** Adds a category at the end, or changes one. Refusal: name_taken. */
export async function changeCategory(
  context: CommandContext,
  given: Category,
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const categories = await listCategories(tx);
  const before = categories.find((each) => each.categoryId === given.categoryId) ?? null;
  const others = categories.filter((each) => each !== before);
  refuseTakenName(
    given.name,
    others.map((each) => each.name),
  );
  const last = Math.max(-1, ...others.map((each) => each.position));
  const after = before ? given : { ...given, position: last + 1 };
  return recordChange(context, { type: 'category_saved', at, by: plain(who), before, after });
}
