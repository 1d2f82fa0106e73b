/** What a first start asks of a place, answered for one in New York that charges no tax; it lacks a name and an owner. */
export const untaxedPlace = {
  address: '',
  country: 'US',
  currency: 'USD',
  timeZone: 'America/New_York',
  cutoff: '04:00',
  taxMode: 'exclusive',
  taxRounding: 'rate',
  cashStep: 0,
  taxes: [],
} as const;
