import type { Area } from '../../../domain/floor/floor.ts';
import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { refuseTakenName } from '../../unique-name.ts';
import { listAreas } from './load-floor.ts';

/** Adds an area at the end, or changes one. Refusal: name_taken. */
export async function changeArea(context: CommandContext, given: Area): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const areas = await listAreas(tx);
  const before = areas.find((area) => area.areaId === given.areaId) ?? null;
  const others = areas.filter((area) => area !== before);
  refuseTakenName(
    given.name,
    others.map((area) => area.name),
  );
  const last = Math.max(-1, ...others.map((area) => area.position));
  const after = before ? given : { ...given, position: last + 1 };
  return recordChange(context, { type: 'area_saved', at, by: plain(who), before, after });
}
