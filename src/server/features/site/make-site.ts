import type * as z from 'zod/mini';
import type { setUp } from '../../../contract/site.ts';
import { ownerRoleId, startingRoles } from '../../../domain/permission.ts';
import type { Person } from '../../../domain/order/order.ts';
import { rememberName } from '../../access/aliases.ts';
import { savePin } from '../../access/pin.ts';
import type { PinHash } from '../../access/pin.ts';
import { makeRecoveryCode } from '../../access/recovery-code.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../db/engine.ts';
import { record } from '../../journal/record.ts';
import { findSite } from '../../load-site.ts';
import { newId } from '../../new-id.ts';
import { Refused } from '../../refused.ts';
import { refuseTakenName } from '../../unique-name.ts';
import { checkPlace } from './check-place.ts';

type SetUp = z.infer<NonNullable<typeof setUp.body>>;
/** What a new site is made of; the owner's PIN comes hashed. */
export type SiteInput = Omit<SetUp, 'owner'> & { readonly owner: { readonly name: string } };
export type MadeSite = { readonly owner: Person; readonly recoveryCode: string };

/**
 * Makes the site with its roles, taxes, tenders and owner, and its recovery code, which is never seen
 * again. Refusals: already_set_up, currency_unknown, time_zone_unknown, name_taken.
 */
export async function makeSite(
  deps: Deps,
  tx: Tx,
  input: SiteInput,
  pin: PinHash,
): Promise<MadeSite> {
  if (await findSite(tx)) throw new Refused('already_set_up');
  const exponent = checkPlace(input);
  const saved = { at: deps.now(), by: null, before: null } as const;
  const { owner: ownerInput, taxes, ...place } = input;
  for (const [i, tax] of taxes.entries()) {
    refuseTakenName(
      tax.name,
      taxes.slice(0, i).map((other) => other.name),
    );
  }
  const alias = await rememberName(deps, tx, ownerInput.name);
  const owner = { staffId: newId(saved.at, deps.randomBytes), alias };
  await record(deps, tx, [
    ...Object.entries(startingRoles).map(([roleId, role]) => ({
      type: 'role_saved' as const,
      ...saved,
      after: { roleId, ...role },
    })),
    {
      type: 'site_saved',
      ...saved,
      after: {
        ...place,
        exponent,
        rounding: 'half_away',
        idleLockMinutes: 10,
        lockAfterSale: false,
      },
    },
    ...taxes.map((tax) => ({
      type: 'tax_saved' as const,
      ...saved,
      after: { taxId: newId(saved.at, deps.randomBytes), ...tax },
    })),
    ...(['cash', 'card'] as const).map((kind, position) => ({
      type: 'tender_saved' as const,
      ...saved,
      after: {
        tenderId: kind,
        name: kind === 'cash' ? 'Cash' : 'Card',
        kind,
        active: true,
        position,
      },
    })),
    { type: 'staff_saved', ...saved, after: { ...owner, roleId: ownerRoleId, active: true } },
  ]);
  await savePin(tx, owner.staffId, pin, saved.at);
  return { owner, recoveryCode: await makeRecoveryCode(deps, tx, null) };
}
