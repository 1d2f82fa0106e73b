import { isTimeZone } from '../../business-day.ts';
import { Refused } from '../../refused.ts';
import { exponentOf } from './currencies.ts';

/** The currency's exponent, for a place whose currency and time zone are known. Refusals: currency_unknown, time_zone_unknown. */
export function checkPlace(place: {
  readonly currency: string;
  readonly timeZone: string;
}): number {
  const exponent = exponentOf(place.currency);
  if (exponent === undefined) throw new Refused('currency_unknown', { currency: place.currency });
  if (!isTimeZone(place.timeZone)) {
    throw new Refused('time_zone_unknown', { timeZone: place.timeZone });
  }
  return exponent;
}
