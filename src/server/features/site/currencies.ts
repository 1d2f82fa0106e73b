/**
 * ISO 4217's minor units where they are not 2 (list one, https://www.six-group.com/en/products-services/financial-information/data-standards.html).
 * Intl knows how amounts are usually written, which differs: rupiah and forint without decimals, dinar of Iraq too.
 */
const unusualExponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

const known = new Set(Intl.supportedValuesOf('currency'));

/** How many decimals a currency has (M1); nothing for one that is not known. */
export function exponentOf(currency: string): number | undefined {
  return known.has(currency) ? (unusualExponents[currency] ?? 2) : undefined;
}

export function listCurrencies(): { currency: string; exponent: number }[] {
  return [...known].map((currency) => ({ currency, exponent: unusualExponents[currency] ?? 2 }));
}
