import type { Site } from '../../domain/site/site.ts';
import { amountText } from '../safe-csv.ts';

/** Writes minor units for people who read English; from digits, never through a float (M1). */
export function moneyWriter(site: Pick<Site, 'currency' | 'exponent'>): (minor: number) => string {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: site.currency,
    minimumFractionDigits: site.exponent,
    maximumFractionDigits: site.exponent,
  });
  // `amountText` writes nothing but a decimal numeral.
  return (minor) => format.format(amountText(minor, site.exponent) as `${number}`);
}
