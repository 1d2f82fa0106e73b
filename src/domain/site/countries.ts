import type { TaxMode } from '../bill/bill.ts';

/** What a country proposes at the first start; everything is shown and can be changed before it is used. */
export type CountryProposal = {
  readonly country: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZones: readonly string[];
  readonly cutoff: string;
  readonly taxMode: TaxMode;
  readonly taxRounding: 'line' | 'rate';
  readonly taxes: readonly { readonly name: string; readonly ratePpm: number }[];
  /** Smallest coin used in cash, in minor units; 0 where every amount can be paid. */
  readonly cashStep: number;
};

const european = {
  cutoff: '04:00',
  taxMode: 'inclusive',
  taxRounding: 'rate',
  cashStep: 0,
} as const;

/** Rates are those for eating in a restaurant as generally published for 2026; the owner confirms them. */
export const countries: readonly CountryProposal[] = [
  {
    country: 'US',
    name: 'United States',
    currency: 'USD',
    timeZones: [
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Phoenix',
      'America/Los_Angeles',
      'America/Anchorage',
      'Pacific/Honolulu',
    ],
    cutoff: '04:00',
    taxMode: 'exclusive',
    taxRounding: 'rate',
    taxes: [],
    cashStep: 0,
  },
  {
    ...european,
    country: 'AT',
    name: 'Austria',
    currency: 'EUR',
    timeZones: ['Europe/Vienna'],
    taxes: [
      { name: 'USt 10 %', ratePpm: 100_000 },
      { name: 'USt 20 %', ratePpm: 200_000 },
    ],
  },
  {
    ...european,
    country: 'AU',
    name: 'Australia',
    currency: 'AUD',
    timeZones: [
      'Australia/Sydney',
      'Australia/Melbourne',
      'Australia/Brisbane',
      'Australia/Adelaide',
      'Australia/Perth',
      'Australia/Hobart',
      'Australia/Darwin',
    ],
    taxes: [{ name: 'GST 10 %', ratePpm: 100_000 }],
    cashStep: 5,
  },
  {
    ...european,
    country: 'BE',
    name: 'Belgium',
    currency: 'EUR',
    timeZones: ['Europe/Brussels'],
    taxes: [
      { name: 'TVA 12 %', ratePpm: 120_000 },
      { name: 'TVA 21 %', ratePpm: 210_000 },
    ],
    cashStep: 5,
  },
  {
    ...european,
    country: 'CA',
    name: 'Canada',
    currency: 'CAD',
    timeZones: [
      'America/Toronto',
      'America/Vancouver',
      'America/Edmonton',
      'America/Winnipeg',
      'America/Halifax',
      'America/St_Johns',
    ],
    taxMode: 'exclusive',
    taxes: [{ name: 'GST 5 %', ratePpm: 50_000 }],
    cashStep: 5,
  },
  {
    ...european,
    country: 'CH',
    name: 'Switzerland',
    currency: 'CHF',
    timeZones: ['Europe/Zurich'],
    taxes: [
      { name: 'MWST 8.1 %', ratePpm: 81_000 },
      { name: 'MWST 2.6 %', ratePpm: 26_000 },
    ],
    cashStep: 5,
  },
  {
    ...european,
    country: 'DE',
    name: 'Germany',
    currency: 'EUR',
    timeZones: ['Europe/Berlin'],
    taxes: [
      { name: 'MwSt 7 %', ratePpm: 70_000 },
      { name: 'MwSt 19 %', ratePpm: 190_000 },
    ],
  },
  {
    ...european,
    country: 'ES',
    name: 'Spain',
    currency: 'EUR',
    timeZones: ['Europe/Madrid', 'Atlantic/Canary'],
    taxes: [
      { name: 'IVA 10 %', ratePpm: 100_000 },
      { name: 'IVA 21 %', ratePpm: 210_000 },
    ],
  },
  {
    ...european,
    country: 'FR',
    name: 'France',
    currency: 'EUR',
    timeZones: ['Europe/Paris'],
    taxes: [
      { name: 'TVA 10 %', ratePpm: 100_000 },
      { name: 'TVA 20 %', ratePpm: 200_000 },
      { name: 'TVA 5.5 %', ratePpm: 55_000 },
    ],
  },
  {
    ...european,
    country: 'GB',
    name: 'United Kingdom',
    currency: 'GBP',
    timeZones: ['Europe/London'],
    taxes: [
      { name: 'VAT 20 %', ratePpm: 200_000 },
      { name: 'VAT 0 %', ratePpm: 0 },
    ],
  },
  {
    ...european,
    country: 'IE',
    name: 'Ireland',
    currency: 'EUR',
    timeZones: ['Europe/Dublin'],
    taxes: [
      { name: 'VAT 13.5 %', ratePpm: 135_000 },
      { name: 'VAT 23 %', ratePpm: 230_000 },
    ],
    cashStep: 5,
  },
  {
    ...european,
    country: 'IN',
    name: 'India',
    currency: 'INR',
    timeZones: ['Asia/Kolkata'],
    taxMode: 'exclusive',
    taxes: [
      { name: 'CGST 2.5 %', ratePpm: 25_000 },
      { name: 'SGST 2.5 %', ratePpm: 25_000 },
    ],
    cashStep: 100,
  },
  {
    ...european,
    country: 'IT',
    name: 'Italy',
    currency: 'EUR',
    timeZones: ['Europe/Rome'],
    taxes: [
      { name: 'IVA 10 %', ratePpm: 100_000 },
      { name: 'IVA 22 %', ratePpm: 220_000 },
    ],
    cashStep: 5,
  },
  {
    ...european,
    country: 'JP',
    name: 'Japan',
    currency: 'JPY',
    timeZones: ['Asia/Tokyo'],
    taxes: [
      { name: '消費税 10 %', ratePpm: 100_000 },
      { name: '消費税 8 %', ratePpm: 80_000 },
    ],
  },
  {
    ...european,
    country: 'KW',
    name: 'Kuwait',
    currency: 'KWD',
    timeZones: ['Asia/Kuwait'],
    taxes: [],
    cashStep: 5,
  },
  {
    ...european,
    country: 'MX',
    name: 'Mexico',
    currency: 'MXN',
    timeZones: ['America/Mexico_City', 'America/Tijuana', 'America/Cancun'],
    taxes: [{ name: 'IVA 16 %', ratePpm: 160_000 }],
  },
  {
    ...european,
    country: 'NL',
    name: 'Netherlands',
    currency: 'EUR',
    timeZones: ['Europe/Amsterdam'],
    taxes: [
      { name: 'BTW 9 %', ratePpm: 90_000 },
      { name: 'BTW 21 %', ratePpm: 210_000 },
    ],
    cashStep: 5,
  },
  {
    ...european,
    country: 'PL',
    name: 'Poland',
    currency: 'PLN',
    timeZones: ['Europe/Warsaw'],
    taxes: [
      { name: 'VAT 8 %', ratePpm: 80_000 },
      { name: 'VAT 23 %', ratePpm: 230_000 },
    ],
  },
  {
    ...european,
    country: 'PT',
    name: 'Portugal',
    currency: 'EUR',
    timeZones: ['Europe/Lisbon', 'Atlantic/Madeira', 'Atlantic/Azores'],
    taxes: [
      { name: 'IVA 13 %', ratePpm: 130_000 },
      { name: 'IVA 23 %', ratePpm: 230_000 },
    ],
  },
  {
    ...european,
    country: 'SE',
    name: 'Sweden',
    currency: 'SEK',
    timeZones: ['Europe/Stockholm'],
    taxes: [
      { name: 'Moms 12 %', ratePpm: 120_000 },
      { name: 'Moms 25 %', ratePpm: 250_000 },
    ],
    cashStep: 100,
  },
  {
    ...european,
    country: 'TR',
    name: 'Türkiye',
    currency: 'TRY',
    timeZones: ['Europe/Istanbul'],
    taxes: [
      { name: 'KDV 10 %', ratePpm: 100_000 },
      { name: 'KDV 20 %', ratePpm: 200_000 },
    ],
  },
];
