import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordFacts } from '../../journal/record-change.ts';
import { listTaxes } from '../../load-menu.ts';
import { Refused } from '../../refused.ts';

/** Removes a tax that no item carries. Refusals: not_found, in_use. */
export async function dropTax(context: CommandContext, taxId: string): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const before = (await listTaxes(tx)).find((tax) => tax.taxId === taxId);
  if (!before) throw new Refused('not_found');
  const carrier = await tx.first(
    tx.sql.selectFrom('item_taxes').select('item_id').where('tax_id', '=', taxId).limit(1),
  );
  if (carrier) throw new Refused('in_use');
  return recordFacts(context, [{ type: 'tax_removed', at, by: plain(who), before }]);
}
