import { randomInt } from 'node:crypto';
import { setUp } from '../../contract/site.ts';
import { countries } from '../../domain/site/countries.ts';
import { hashPin } from '../access/pin.ts';
import type { Deps } from '../deps.ts';
import { checkPlace } from '../features/site/check-place.ts';
import { makeSite } from '../features/site/make-site.ts';
import type { MadeSite, SiteInput } from '../features/site/make-site.ts';
import { findSite } from '../load-site.ts';
import { Refused } from '../refused.ts';
import { WrongUsage } from './command.ts';

export type SiteWords = {
  readonly name: string;
  readonly country: string;
  readonly 'time-zone': string;
  readonly cutoff?: string | undefined;
  readonly currency?: string | undefined;
  readonly owner?: string | undefined;
};

/** A PIN that nobody chose; printed once and then known only by its hash (U1). */
export function generatePin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What the country proposes, with what was said on the command line; every part of it is printed. */
export function siteInput(words: SiteWords): SiteInput {
  const country = words.country.toUpperCase();
  const proposal = countries.find((known) => known.country === country);
  const currency = words.currency?.toUpperCase() ?? proposal?.currency;
  if (currency === undefined) {
    throw new WrongUsage(`Nothing is known of country ${country}: add --currency, such as EUR.`);
  }
  const input = {
    name: words.name,
    address: '',
    country,
    currency,
    timeZone: words['time-zone'],
    cutoff: words.cutoff ?? proposal?.cutoff ?? '04:00',
    taxMode: proposal?.taxMode ?? 'exclusive',
    taxRounding: proposal?.taxRounding ?? 'rate',
    cashStep: currency === proposal?.currency ? proposal.cashStep : 0,
    taxes: proposal?.taxes ?? [],
    owner: { name: words.owner ?? 'Owner', pin: '000000' },
  };
  const checked = setUp.body?.safeParse(input);
  if (!checked?.success) {
    const issue = checked?.error.issues[0];
    const option = optionNames[String(issue?.path[0])] ?? String(issue?.path[0]);
    throw new WrongUsage(`--${option} is not right: ${issue?.message}`);
  }
  const { owner, ...place } = checked.data;
  checkPlaceOrWrongUsage(place);
  return { ...place, owner: { name: owner.name } };
}

const optionNames: Readonly<Record<string, string>> = { timeZone: 'time-zone' };

function checkPlaceOrWrongUsage(place: { currency: string; timeZone: string }): void {
  try {
    checkPlace(place);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new WrongUsage(
      error.code === 'time_zone_unknown'
        ? `${place.timeZone} is no time zone; write it like America/New_York.`
        : `${place.currency} is no currency; write it like USD.`,
      { cause: error },
    );
  }
}

/** Refuses before anything slow is done. Refusal: already_set_up. */
export async function refuseSecondSite(deps: Deps): Promise<void> {
  if (await deps.database.read(findSite)) throw new Refused('already_set_up');
}

/** Makes the site, and whatever else is to be there or not with it. */
export async function makeNewSite(
  deps: Deps,
  input: SiteInput,
  pin: string,
  andThen: (tx: Parameters<typeof makeSite>[1], made: MadeSite) => Promise<void> = async () => {},
): Promise<MadeSite> {
  await refuseSecondSite(deps);
  const hash = await hashPin(deps, pin);
  return deps.database.write(async (tx) => {
    const made = await makeSite(deps, tx, input, hash);
    await andThen(tx, made);
    return made;
  });
}

/** What was taken for granted, so that nothing is guessed silently. */
export function describeSite(input: SiteInput): string[] {
  const taxes = input.taxes.map(({ name }) => name).join(', ') || 'none';
  return [
    `Place      ${input.name} (${input.country}), ${input.timeZone}, business day from ${input.cutoff}`,
    `Money      ${input.currency}, prices ${input.taxMode === 'inclusive' ? 'include' : 'without'} tax`,
    `Taxes      ${taxes}`,
  ];
}
