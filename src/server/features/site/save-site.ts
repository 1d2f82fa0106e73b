import type { Site } from '../../../domain/site/site.ts';
import { plain } from '../../access/session.ts';
import type { Reading } from '../../db/engine.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordChange } from '../../journal/record-change.ts';
import { loadSite } from '../../load-site.ts';
import { Refused } from '../../refused.ts';
import { checkPlace } from './check-place.ts';

/**
 * Changes the settings; what was sold keeps those it was sold under (M8, N2). Refusals: currency_unknown,
 * time_zone_unknown, currency_fixed.
 */
export async function changeSite(
  context: CommandContext,
  settings: Omit<Site, 'exponent'>,
): Promise<{ seq: number }> {
  const { tx, who, at } = context;
  const before = await loadSite(tx);
  const exponent = checkPlace(settings);
  if (settings.currency !== before.currency && (await hasAmounts(tx))) {
    throw new Refused('currency_fixed');
  }
  const after = { ...settings, exponent };
  return recordChange(context, { type: 'site_saved', at, by: plain(who), before, after });
}

/** Amounts are whole minor units: in another currency, prices and sales would mean something else. */
async function hasAmounts(tx: Reading): Promise<boolean> {
  const order = await tx.first(tx.sql.selectFrom('orders').select('order_id').limit(1));
  const price = await tx.first(tx.sql.selectFrom('item_portions').select('item_id').limit(1));
  return order !== undefined || price !== undefined;
}
