import { describe, expect, test } from 'vitest';
import { countries } from '../../../domain/site/countries.ts';
import { emptyPlace, withCountry } from './place-draft.ts';

const proposals = {
  countries: countries.map((one) => ({
    ...one,
    timeZones: [...one.timeZones],
    taxes: [...one.taxes],
  })),
  currencies: [],
  timeZones: [],
};

describe('choosing a country at the first start', () => {
  test('proposes its currency, tax mode, rates, zone and cutoff', () => {
    const place = withCountry({ ...emptyPlace, name: 'Lina' }, proposals, 'DE');
    expect(place).toMatchObject({
      name: 'Lina',
      country: 'DE',
      currency: 'EUR',
      taxMode: 'inclusive',
      timeZone: 'Europe/Berlin',
      cutoff: '04:00',
    });
    expect(place.taxes.length).toBeGreaterThan(0);
  });

  test('a proposal of rates can be changed without changing the country’s own', () => {
    const place = withCountry(emptyPlace, proposals, 'DE');
    place.taxes.pop();
    expect(withCountry(emptyPlace, proposals, 'DE').taxes.length).toBe(place.taxes.length + 1);
  });

  test('a country without a proposal keeps what was typed', () => {
    const place = withCountry({ ...emptyPlace, currency: 'CHF' }, proposals, 'XX');
    expect(place).toMatchObject({ country: 'XX', currency: 'CHF' });
  });
});
