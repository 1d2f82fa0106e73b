import { describe, expect, it } from 'vitest';
import { countries } from './countries.ts';

describe('what a country proposes', () => {
  it.each(countries)('$name: a currency, zones and a cutoff that exist', (proposal) => {
    expect(Intl.supportedValuesOf('currency')).toContain(proposal.currency);
    expect(proposal.timeZones.length).toBeGreaterThan(0);
    for (const timeZone of proposal.timeZones) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
    expect(proposal.cutoff).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    expect(new Intl.DisplayNames('en', { type: 'region' }).of(proposal.country)).toBe(
      proposal.name,
    );
  });

  it.each(countries)(
    '$name: tax names that say their rate, in parts per million (M1)',
    (proposal) => {
      for (const tax of proposal.taxes) {
        expect(Number(/([\d.]+) %/.exec(tax.name)?.[1]) * 10_000).toBeCloseTo(tax.ratePpm, 6);
        expect(Number.isInteger(tax.ratePpm)).toBe(true);
      }
      expect(new Set(proposal.taxes.map((tax) => tax.name)).size).toBe(proposal.taxes.length);
      expect(Number.isInteger(proposal.cashStep) && proposal.cashStep >= 0).toBe(true);
    },
  );

  it('names each country once', () => {
    expect(new Set(countries.map((each) => each.country)).size).toBe(countries.length);
  });
});
