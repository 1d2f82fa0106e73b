import { countries } from '../../../domain/site/countries.ts';
import { listCurrencies } from './currencies.ts';

// Intl lists some zones under older names only (Asia/Calcutta) and leaves UTC out.
const timeZones = [
  ...new Set([
    ...Intl.supportedValuesOf('timeZone'),
    ...countries.flatMap((country) => country.timeZones),
    'UTC',
  ]),
].sort();

/** What each country proposes at the first start, and every currency and time zone there is. */
export function proposeCountries() {
  return {
    countries: countries.map((country) => ({
      ...country,
      timeZones: [...country.timeZones],
      taxes: [...country.taxes],
    })),
    currencies: listCurrencies(),
    timeZones,
  };
}
