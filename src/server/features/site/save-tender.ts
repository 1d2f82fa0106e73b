import type { Tender } from '../../../domain/site/site.ts';
import { plain } from '../../access/session.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { Refused } from '../../refused.ts';
import { refuseTakenName } from '../../unique-name.ts';
import { listTenders } from './list-tenders.ts';

/**
 * Adds or changes a tender. Its kind stays: a drawer can give change, a card terminal cannot (P2, P10).
 * A new one goes to the end. Refusals: name_taken, and malformed for another kind or for the last active one.
 */
export async function changeTender(
  context: CommandContext,
  given: Tender,
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const tenders = await listTenders(tx);
  const before = tenders.find((tender) => tender.tenderId === given.tenderId) ?? null;
  const others = tenders.filter((tender) => tender !== before);
  refuseTakenName(
    given.name,
    others.map((tender) => tender.name),
  );
  if (before && before.kind !== given.kind) {
    throw new Refused('malformed', undefined, [
      { path: 'body.kind', message: 'A tender keeps its kind. Add another one instead.' },
    ]);
  }
  if (!given.active && !others.some((tender) => tender.active)) {
    throw new Refused('malformed', undefined, [
      { path: 'body.active', message: 'One tender at least must stay switched on.' },
    ]);
  }
  const last = Math.max(-1, ...others.map((tender) => tender.position));
  const after = before ? given : { ...given, position: last + 1 };
  return recordChange(context, { type: 'tender_saved', at, by: plain(who), before, after });
}
