import { hashPin } from '../../access/pin.ts';
import { startSession } from '../../access/session.ts';
import type { Deps } from '../../deps.ts';
import { findSite } from '../../load-site.ts';
import { Refused } from '../../refused.ts';
import { makeSite } from './make-site.ts';
import type { SiteInput } from './make-site.ts';

/** The first start: makes the site and signs its owner in on this device (U1). */
export async function setUpSite(
  deps: Deps,
  input: SiteInput & { readonly owner: { readonly pin: string } },
  terminal: string,
): Promise<{ recoveryCode: string; staffId: string; token: string }> {
  const { owner, ...place } = input;
  if (await deps.database.read(findSite)) throw new Refused('already_set_up');
  const pin = await hashPin(deps, owner.pin);
  return deps.database.write(async (tx) => {
    const made = await makeSite(deps, tx, { ...place, owner: { name: owner.name } }, pin);
    const token = await startSession(deps, tx, made.owner, terminal);
    return { recoveryCode: made.recoveryCode, staffId: made.owner.staffId, token };
  });
}
