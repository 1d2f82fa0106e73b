import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordFacts } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { listAreas, listTables } from './load-floor.ts';

/** Removes an area without tables. Refusals: not_found, in_use. */
export async function dropArea(context: CommandContext, areaId: string): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const before = (await listAreas(tx)).find((area) => area.areaId === areaId);
  if (!before) throw new Refused('not_found');
  if ((await listTables(tx)).some((table) => table.areaId === areaId)) throw new Refused('in_use');
  return recordFacts(context, [{ type: 'area_removed', at, by: plain(who), before }]);
}
