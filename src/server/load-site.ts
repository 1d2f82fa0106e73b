import type { Rounding } from '../domain/money.ts';
import type { TaxMode } from '../domain/bill/bill.ts';
import type { Site } from '../domain/site/site.ts';
import type { Reading } from './db/engine.ts';
import { prepared } from './db/prepared.ts';
import type { Schema } from './db/schema.ts';
import { Refused } from './refused.ts';

const siteRow = prepared<Record<never, never>, Schema['site']>((sql) =>
  sql.selectFrom('site').selectAll(),
);

/** The site's settings as they are now, or nothing before the first start. */
export async function findSite(tx: Reading): Promise<Site | undefined> {
  const row = await tx.first(siteRow(tx.sql, {}));
  if (!row) return undefined;
  return {
    name: row.name,
    address: row.address,
    country: row.country,
    currency: row.currency,
    exponent: row.exponent,
    timeZone: row.time_zone,
    cutoff: row.cutoff,
    taxMode: row.tax_mode as TaxMode,
    taxRounding: row.tax_rounding as 'line' | 'rate',
    rounding: row.rounding as Rounding,
    cashStep: row.cash_step,
    idleLockMinutes: row.idle_lock_minutes,
    lockAfterSale: row.lock_after_sale === 1,
  };
}

/** As `findSite`. Refusal: not_set_up. */
export async function loadSite(tx: Reading): Promise<Site> {
  const site = await findSite(tx);
  if (!site) throw new Refused('not_set_up');
  return site;
}
