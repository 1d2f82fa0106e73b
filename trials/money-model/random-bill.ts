import type { Random } from '../random.ts';
import type { Mode } from './rational.ts';

/** A bill in plain words and plain numbers, that the model and the till are both asked about. */
export type PlainTax = { readonly id: string; readonly ratePpm: number };

export type PlainLine = {
  readonly unitPrice: number;
  readonly modifiers: readonly number[];
  readonly quantity: number;
  readonly discount: number;
  readonly taxes: readonly PlainTax[];
  readonly inclusive: boolean;
};

export type PlainCharge = {
  readonly ratePpm: number;
  readonly fixed: number;
  readonly taxes: readonly PlainTax[];
  readonly inclusive: boolean;
};

export type PlainBill = {
  readonly lines: readonly PlainLine[];
  readonly orderDiscount: number;
  readonly charge: PlainCharge | undefined;
  readonly perLine: boolean;
  readonly mode: Mode;
  readonly cashStep: number;
  readonly guests: number;
  readonly tendered: number;
};

const usualRates = [
  0, 25_000, 50_000, 55_000, 60_000, 70_000, 81_000, 88_750, 100_000, 190_000, 210_000, 220_000,
  250_000,
];

/** A bill such as happens, and now and then one such as should not. */
export function randomBill(random: Random): PlainBill {
  const pool = Array.from({ length: random.integer(1, 4) }, (_, i): PlainTax => ({
    // Two rates of one tax stand on one bill when its rate was changed while the table was open.
    id: random.chance(0.1) ? 'tax-0' : `tax-${i}`,
    ratePpm: random.chance(0.8) ? random.pick(usualRates) : random.integer(0, 1_000_000),
  }));
  const inclusive = random.chance(0.5);
  const dearest = random.pick([20, 500, 3000, 100_000, 10_000_000]);
  const isPlain = random.chance(0.25);
  const taxes = (): PlainTax[] => distinct(pool.filter(() => random.chance(0.5)));
  const lines = Array.from(
    { length: random.chance(0.02) ? random.integer(20, 60) : random.integer(0, 8) },
    (): PlainLine => {
      const unitPrice = random.chance(0.05) ? 0 : random.integer(1, dearest);
      return {
        unitPrice,
        modifiers: Array.from({ length: random.chance(0.7) ? 0 : random.integer(1, 3) }, () =>
          random.integer(0, 200),
        ),
        quantity: random.chance(0.7) ? 1 : random.integer(2, 12),
        discount: isPlain || random.chance(0.7) ? 0 : random.integer(0, unitPrice * 2),
        taxes: taxes(),
        inclusive: random.chance(0.9) ? inclusive : !inclusive,
      };
    },
  );
  const worth = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  return {
    lines,
    orderDiscount: isPlain || random.chance(0.6) ? 0 : random.integer(0, worth),
    charge:
      isPlain || random.chance(0.6)
        ? undefined
        : {
            ratePpm: random.chance(0.3) ? 0 : random.integer(0, 250_000),
            fixed: random.chance(0.7) ? 0 : random.integer(1, 1000),
            taxes: random.chance(0.5) ? [] : taxes(),
            inclusive,
          },
    perLine: random.chance(0.5),
    mode: random.pick(['half_away', 'half_away', 'half_even', 'down']),
    cashStep: random.pick([0, 0, 1, 5, 10, 100]),
    guests: random.integer(1, 12),
    tendered: random.integer(0, worth * 2 + 10),
  };
}

function distinct(taxes: readonly PlainTax[]): PlainTax[] {
  return [...new Map(taxes.map((tax) => [tax.id, tax])).values()];
}
