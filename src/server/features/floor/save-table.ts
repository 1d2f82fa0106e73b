import type { Table } from '../../../domain/floor/floor.ts';
import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { refuseTakenName } from '../../unique-name.ts';
import { listAreas, listTables } from './load-floor.ts';

/**
 * Adds or changes a table. Its name is its own on the whole floor: receipts and reports say it without
 * the area. Refusals: not_found for the area, name_taken.
 */
export async function changeTable(context: CommandContext, after: Table): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  if (!(await listAreas(tx)).some((area) => area.areaId === after.areaId)) {
    throw new Refused('not_found', undefined, [
      { path: 'body.areaId', message: 'There is no such area.' },
    ]);
  }
  const tables = await listTables(tx);
  const before = tables.find((table) => table.tableId === after.tableId) ?? null;
  refuseTakenName(
    after.name,
    tables.filter((table) => table !== before).map((table) => table.name),
  );
  return recordChange(context, { type: 'table_saved', at, by: plain(who), before, after });
}
