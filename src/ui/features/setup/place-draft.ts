import type { CallInput } from '../../api/call.ts';
import type { Answer } from '../../api/call.ts';
import type { getCountries, setUp } from '../../../contract/site.ts';

export type Proposals = Answer<typeof getCountries>;
type SetUpBody = CallInput<typeof setUp>['body'];

/** What the owner sees and may change before it is used; the tax list is edited in per cent. */
export type PlaceDraft = Omit<SetUpBody, 'owner'>;

/** A country's proposal laid over the draft: everything but the name and address follows the country. */
export function withCountry(draft: PlaceDraft, proposals: Proposals, country: string): PlaceDraft {
  const proposal = proposals.countries.find((one) => one.country === country);
  if (!proposal) return { ...draft, country };
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [firstZone = here] = proposal.timeZones;
  return {
    ...draft,
    country,
    currency: proposal.currency,
    timeZone: proposal.timeZones.includes(here) ? here : firstZone,
    cutoff: proposal.cutoff,
    taxMode: proposal.taxMode,
    taxRounding: proposal.taxRounding,
    cashStep: proposal.cashStep,
    taxes: proposal.taxes.map((tax) => ({ ...tax })),
  };
}

/** The country this machine seems to stand in: only a proposal, shown and asked for. */
export function likelyCountry(proposals: Proposals): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const byZone = proposals.countries.filter((one) => one.timeZones.includes(zone));
  const region = new Intl.Locale(navigator.language).region;
  const found = byZone[0] ?? proposals.countries.find((one) => one.country === region);
  return found?.country ?? proposals.countries[0]?.country ?? 'US';
}

export const emptyPlace: PlaceDraft = {
  name: '',
  address: '',
  country: 'US',
  currency: 'USD',
  timeZone: 'UTC',
  cutoff: '04:00',
  taxMode: 'exclusive',
  taxRounding: 'rate',
  cashStep: 0,
  taxes: [],
};
