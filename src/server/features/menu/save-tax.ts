import type { Tax } from '../../../domain/menu/menu.ts';
import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { listTaxes } from '../../load-menu.ts';
import { refuseTakenName } from '../../unique-name.ts';

/** Adds or changes a tax; open and paid orders keep theirs (M8). Refusal: name_taken. */
export async function changeTax(context: CommandContext, after: Tax): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const taxes = await listTaxes(tx);
  const before = taxes.find((tax) => tax.taxId === after.taxId) ?? null;
  refuseTakenName(
    after.name,
    taxes.filter((tax) => tax !== before).map((tax) => tax.name),
  );
  return recordChange(context, { type: 'tax_saved', at, by: plain(who), before, after });
}
