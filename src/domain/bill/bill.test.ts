import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { add, money, negate, nothing, subtract } from '../money.ts';
import type { Money } from '../money.ts';
import { computeBill } from './bill.ts';
import type { Bill, BillLineInput, BillRules, LineTax, TaxMode } from './bill.ts';

const tax = (ratePpm: number, taxId = 't'): LineTax => ({ taxId, name: taxId, ratePpm });
const perRate: BillRules = { taxRounding: 'rate', rounding: 'half_away', cashStep: 0 };
const perLine: BillRules = { ...perRate, taxRounding: 'line' };

function linesOf(
  prices: readonly number[],
  taxes: readonly LineTax[] = [],
  taxMode: TaxMode = 'exclusive',
): BillLineInput[] {
  return prices.map((price, i) => ({
    lineId: `line-${i + 1}`,
    gross: money(price),
    discount: nothing,
    taxes,
    taxMode,
  }));
}

describe('tax on top of the price', () => {
  const prices = [592, 152, 154, 39];

  it('M3: 21 % on 5.92 + 1.52 + 1.54 + 0.39, rounded per line, makes 11.33', () => {
    const bill = computeBill(linesOf(prices, [tax(210_000)]), perLine);
    expect(bill).toMatchObject({ gross: 937, net: 937, tax: 196, total: 1133 });
    expect(bill.lines.map((line) => line.tax)).toEqual([124, 32, 32, 8]);
  });

  it('M3: the same bill rounded per rate makes 11.34, and its lines add up to that', () => {
    const bill = computeBill(linesOf(prices, [tax(210_000)]), perRate);
    expect(bill).toMatchObject({ net: 937, tax: 197, total: 1134 });
    expect(add(...bill.lines.map((line) => line.total))).toBe(1134);
  });

  it("M3: a state's and a city's tax on one line round each on its own", () => {
    const both = [tax(45_000, 'state'), tax(15_000, 'city')];
    // 1.35 + 0.45 cents are 1 + 0; both at once, as one tax of 6 %, would be 1.8, so 2.
    const bill = computeBill(linesOf([30], both), perLine);
    expect(bill.taxes.map((row) => row.tax)).toEqual([1, 0]);
    expect(bill.total).toBe(31);
    expect(computeBill(linesOf([30], [tax(60_000)]), perLine).total).toBe(32);
  });

  it('M2: a site that rounds half to even gets the even cent', () => {
    const lines = linesOf([250], [tax(50_000)]);
    expect(computeBill(lines, { ...perRate, rounding: 'half_away' }).tax).toBe(13);
    expect(computeBill(lines, { ...perRate, rounding: 'half_even' }).tax).toBe(12);
    expect(computeBill(lines, { ...perRate, rounding: 'down' }).tax).toBe(12);
  });
});

describe('tax inside the price', () => {
  it('M4: 28.90 at 22 % + 1.25 at 10 % holds 5.21 + 0.11 of tax; the shelf price is what is paid', () => {
    const bill = computeBill(
      [
        ...linesOf([2890], [tax(220_000, 'full')], 'inclusive'),
        ...linesOf([125], [tax(100_000, 'reduced')], 'inclusive'),
      ],
      perRate,
    );
    expect(bill).toMatchObject({ gross: 3015, net: 2483, tax: 532, total: 3015 });
    expect(bill.taxes).toEqual([
      { ...tax(220_000, 'full'), taxMode: 'inclusive', base: 2369, tax: 521 },
      { ...tax(100_000, 'reduced'), taxMode: 'inclusive', base: 114, tax: 11 },
    ]);
  });

  it('M3: a tax that stands alone on one line and beside another on the next is one row, rounded once', () => {
    const state = tax(100_000, 'state');
    const city = tax(50_000, 'city');
    const bill = computeBill(
      [...linesOf([104], [state], 'inclusive'), ...linesOf([108], [state, city], 'inclusive')],
      perRate,
    );
    // 104 × 10/110 = 9.4545… and 108 × 10/115 = 9.3913…: together 18.85, so 19; apart 9 + 9.
    expect(bill.taxes.map((row) => [row.taxId, row.tax])).toEqual([
      ['state', 19],
      ['city', 5],
    ]);
    expect(bill.lines.map((line) => line.tax)).toEqual([10, 14]);
    expect(bill.total).toBe(212);
  });
});

describe('discounts', () => {
  it('M5: 10.00 off 12.50, 7.25 and 3.10 takes 5.47, 3.17 and 1.36', () => {
    const bill = computeBill(linesOf([1250, 725, 310]), perRate, money(1000));
    expect(bill.lines.map((line) => line.discount)).toEqual([547, 317, 136]);
    expect(bill).toMatchObject({ gross: 2285, discounts: 1000, total: 1285 });
  });

  it('M5: an order discount comes off before tax, at the rate of each line', () => {
    const bill = computeBill(
      [...linesOf([1000], [tax(200_000, 'full')]), ...linesOf([1000], [tax(100_000, 'reduced')])],
      perRate,
      money(500),
    );
    expect(bill.taxes.map((row) => [row.base, row.tax])).toEqual([
      [750, 150],
      [750, 75],
    ]);
    expect(bill.total).toBe(1725);
  });

  it('M5: no line goes below zero, however large its discount or the order’s', () => {
    const generous = linesOf([1000, 500]).map((line, i) =>
      i === 0 ? { ...line, discount: money(1500) } : line,
    );
    const bill = computeBill(generous, perRate, money(9999));
    expect(bill.lines.map((line) => line.total)).toEqual([0, 0]);
    expect(bill).toMatchObject({ discounts: 1500, total: 0 });
  });
});

describe('service charge', () => {
  const food = linesOf([1200], [tax(60_000)]);
  const tenPercent = { ratePpm: 100_000, fixed: nothing, taxMode: 'exclusive' } as const;

  it('M6: food 12.00, service 10 %, tax 6 % is 13.92 where the charge is not taxed', () => {
    const bill = computeBill(food, perRate, nothing, { ...tenPercent, taxes: [] });
    expect(bill).toMatchObject({ serviceCharge: 120, tax: 72, total: 1392 });
  });

  it('M6: and 13.99 where it is', () => {
    const bill = computeBill(food, perRate, nothing, { ...tenPercent, taxes: [tax(60_000)] });
    expect(bill).toMatchObject({ serviceCharge: 120, tax: 79, total: 1399 });
  });

  it('M2: how a site rounds its tax is for tax alone: the charge rounds half away from zero', () => {
    const bill = computeBill(linesOf([125]), { ...perRate, rounding: 'down' }, nothing, {
      ...tenPercent,
      taxes: [],
    });
    expect(bill.serviceCharge).toBe(13);
  });

  it('M6: the charge is counted on what is left after discounts, and is no line of the bill', () => {
    const bill = computeBill(food, perRate, money(200), { ...tenPercent, taxes: [] });
    expect(bill.serviceCharge).toBe(100);
    expect(bill.lines).toHaveLength(1);
    expect(bill.total).toBe(1000 + 100 + 60);
  });
});

describe('a bill of nothing', () => {
  it('M10: all on the house still has its tax row, of 0', () => {
    const bill = computeBill(linesOf([0], [tax(100_000)]), perRate);
    expect(bill.total).toBe(0);
    expect(bill.taxes).toEqual([{ ...tax(100_000), taxMode: 'exclusive', base: 0, tax: 0 }]);
  });

  it('M1: an order without lines owes 0', () => {
    expect(computeBill([], perRate)).toMatchObject({ lines: [], taxes: [], gross: 0, total: 0 });
  });
});

const anyLine = fc.record({
  price: fc.nat(100_000),
  discountShare: fc.nat(100),
  taxes: fc.uniqueArray(
    fc.constantFrom(tax(190_000, 'a'), tax(70_000, 'b'), tax(88_750, 'c'), tax(0, 'zero')),
    { maxLength: 3, selector: (each) => each.taxId },
  ),
  taxMode: fc.constantFrom<TaxMode>('inclusive', 'exclusive'),
});
const anyBill = fc.record({
  lines: fc.array(anyLine, { maxLength: 12 }).map((lines) =>
    lines.map((line, i): BillLineInput => ({
      lineId: `line-${i}`,
      gross: money(line.price),
      discount: money(Math.floor((line.price * line.discountShare) / 100)),
      taxes: line.taxes,
      taxMode: line.taxMode,
    })),
  ),
  rules: fc.record({
    taxRounding: fc.constantFrom('line', 'rate'),
    rounding: fc.constantFrom('half_away', 'half_even', 'down'),
    cashStep: fc.constant(0),
  }),
  orderDiscount: fc.nat(50_000).map(money),
});

describe('every bill', () => {
  it('M3: lines, tax rows and totals add up, whatever is on it', () => {
    fc.assert(
      fc.property(anyBill, ({ lines, rules, orderDiscount }) => {
        const bill = computeBill(lines, rules, orderDiscount);
        const sum = (amount: (line: Bill['lines'][number]) => Money) =>
          add(...bill.lines.map(amount));
        expect(sum((line) => line.total)).toBe(bill.total);
        expect(add(bill.net, bill.tax)).toBe(bill.total);
        expect(add(...bill.taxes.map((row) => row.tax))).toBe(bill.tax);
        expect(sum((line) => line.discount)).toBe(bill.discounts);
        expect(sum((line) => line.gross)).toBe(bill.gross);
        for (const line of bill.lines) {
          expect(line.discount).toBeLessThanOrEqual(line.gross);
          expect(line.total).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('M4: where prices hold their tax, what is paid is the prices less the discounts, to the cent', () => {
    fc.assert(
      fc.property(anyBill, ({ lines, rules, orderDiscount }) => {
        const inclusive = lines.map((line) => ({ ...line, taxMode: 'inclusive' as const }));
        const bill = computeBill(inclusive, rules, orderDiscount);
        expect(bill.total).toBe(subtract(bill.gross, bill.discounts));
      }),
    );
  });

  it('P8: the bill reversed, by its lines or with its discounts, nets every figure to 0', () => {
    fc.assert(
      fc.property(anyBill, ({ lines, rules, orderDiscount }) => {
        const sold = computeBill(lines, rules, orderDiscount);
        const byLines = lines.map((line, i) => ({
          ...line,
          gross: negate(line.gross),
          discount: negate(sold.lines[i]?.discount ?? nothing),
        }));
        const asItWas = lines.map((line) => ({
          ...line,
          gross: negate(line.gross),
          discount: negate(line.discount),
        }));
        expect(netOf(sold, computeBill(byLines, rules))).toEqual([0]);
        expect(netOf(sold, computeBill(asItWas, rules, negate(orderDiscount)))).toEqual([0]);
      }),
    );
  });
});

/** The distinct sums of each figure of one bill with its like on another. */
function netOf(one: Bill, other: Bill): number[] {
  const figures = (bill: Bill): number[] => [
    bill.gross,
    bill.discounts,
    bill.serviceCharge,
    bill.net,
    bill.tax,
    bill.total,
    ...bill.lines.flatMap((line) => [line.gross, line.discount, line.tax, line.net, line.total]),
    ...bill.taxes.flatMap((row) => [row.base, row.tax]),
  ];
  const others = figures(other);
  return [...new Set(figures(one).map((each, i) => each + (others[i] ?? Number.NaN)))];
}
