import type { Item } from '../../../domain/menu/menu.ts';
import { plain } from '../../access/session.ts';
import type { Reading } from '../../db/engine.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { findCategory, findItem, listTaxes } from '../../load-menu.ts';
import { Refused } from '../../refused.ts';
import { isSameName, refuseTakenName } from '../../unique-name.ts';

/**
 * Adds an item at the end, or changes one; what was already ordered keeps its snapshot (M8, M9). Whether
 * it is sold out stays as it is. Refusals: not_found and malformed with the field, name_taken.
 */
export async function changeItem(
  context: CommandContext,
  given: Omit<Item, 'soldOut'>,
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  checkPortions(given);
  await checkReferences(tx, given);
  refuseTakenName(given.name, await otherNames(tx, given));
  const before = (await findItem(tx, given.itemId)) ?? null;
  const after = before
    ? { ...given, soldOut: before.soldOut }
    : { ...given, soldOut: false, position: await nextPosition(tx) };
  return recordChange(context, { type: 'item_saved', at, by: plain(who), before, after });
}

function checkPortions({ portions }: Pick<Item, 'portions'>): void {
  for (const [i, portion] of portions.entries()) {
    for (const earlier of portions.slice(0, i)) {
      if (earlier.portionId === portion.portionId) {
        refuseField('malformed', `portions.${i}.portionId`, 'Two portions have this id.');
      }
      if (isSameName(earlier.name, portion.name)) {
        refuseField('name_taken', `portions.${i}.name`, 'Two portions have this name.');
      }
    }
  }
}

async function checkReferences(tx: Reading, given: Omit<Item, 'soldOut'>): Promise<void> {
  if (!(await findCategory(tx, given.categoryId))) {
    refuseField('not_found', 'categoryId', 'There is no such category.');
  }
  const taxIds = new Set((await listTaxes(tx)).map((tax) => tax.taxId));
  for (const [i, taxId] of given.taxIds.entries()) {
    if (!taxIds.has(taxId)) refuseField('not_found', `taxIds.${i}`, 'There is no such tax.');
    if (given.taxIds.indexOf(taxId) !== i) {
      refuseField('malformed', `taxIds.${i}`, 'This tax is already on the item.');
    }
  }
  if (given.pictureId === null) return;
  const picture = await tx.first(
    tx.sql.selectFrom('pictures').select('picture_id').where('picture_id', '=', given.pictureId),
  );
  if (!picture) refuseField('not_found', 'pictureId', 'There is no such picture.');
}

function refuseField(
  code: 'malformed' | 'not_found' | 'name_taken',
  field: string,
  message: string,
): never {
  throw new Refused(code, undefined, [{ path: `body.${field}`, message }]);
}

async function otherNames(tx: Reading, given: Omit<Item, 'soldOut'>): Promise<string[]> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('items')
      .select('name')
      .where('category_id', '=', given.categoryId)
      .where('item_id', '!=', given.itemId),
  );
  return rows.map((row) => row.name);
}

async function nextPosition(tx: Reading): Promise<number> {
  const last = await tx.first(
    tx.sql.selectFrom('items').select('position').orderBy('position', 'desc').limit(1),
  );
  return last ? last.position + 1 : 0;
}
