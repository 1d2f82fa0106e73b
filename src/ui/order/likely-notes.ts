import { money } from '../../domain/money.ts';
import type { Money } from '../../domain/money.ts';
import { likelyTenders } from '../../domain/order/take-payment.ts';

/** Coins and notes that guests pay round sums with, in whole units of the currency. */
const notes: Readonly<Record<string, readonly number[]>> = {
  EUR: [1, 5, 10, 20, 50, 100],
  USD: [1, 5, 10, 20, 50, 100],
  GBP: [1, 5, 10, 20, 50],
  CHF: [1, 5, 10, 20, 50, 100],
  CAD: [1, 5, 10, 20, 50, 100],
  AUD: [1, 5, 10, 20, 50, 100],
  NZD: [1, 5, 10, 20, 50, 100],
  JPY: [100, 500, 1000, 5000, 10_000],
  KRW: [1000, 5000, 10_000, 50_000],
  INR: [10, 50, 100, 200, 500],
  TRY: [5, 10, 20, 50, 100, 200],
  SEK: [10, 20, 50, 100, 200, 500],
  NOK: [10, 20, 50, 100, 200, 500],
  DKK: [10, 50, 100, 200, 500],
  PLN: [5, 10, 20, 50, 100, 200],
  CZK: [50, 100, 200, 500, 1000],
  HUF: [500, 1000, 2000, 5000, 10_000],
  MXN: [10, 20, 50, 100, 200, 500],
  BRL: [2, 5, 10, 20, 50, 100],
  THB: [10, 20, 50, 100, 500, 1000],
  KWD: [1, 5, 10, 20],
};
const anyNotes = [1, 5, 10, 20, 50, 100] as const;

/** What a guest may well hand over for an amount, rising, the exact amount first; in minor units. */
export function likelyNotes(
  due: Money,
  site: { readonly currency: string; readonly exponent: number },
  count: number,
): Money[] {
  if (due <= 0) return [money(due)];
  const unit = 10 ** site.exponent;
  return likelyTenders(
    due,
    (notes[site.currency] ?? anyNotes).map((note) => note * unit),
    count,
  );
}
