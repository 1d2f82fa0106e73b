import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordFacts } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { listTables } from './load-floor.ts';

/** Removes a table at which nobody sits. Refusals: table_not_found, in_use. */
export async function dropTable(
  context: CommandContext,
  tableId: string,
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const before = (await listTables(tx)).find((table) => table.tableId === tableId);
  if (!before) throw new Refused('table_not_found');
  const order = await tx.first(
    tx.sql.selectFrom('orders').select('order_id').where('open_table_id', '=', tableId),
  );
  if (order) throw new Refused('in_use');
  return recordFacts(context, [{ type: 'table_removed', at, by: plain(who), before }]);
}
