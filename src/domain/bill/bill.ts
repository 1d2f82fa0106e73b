import { add, allocate, money, nothing, roundRatio, share, subtract } from '../money.ts';
import type { Money, Rounding } from '../money.ts';

/** One tax that a line carries, as it was when the line was made (M8). Rate in parts per million. */
export type LineTax = { readonly taxId: string; readonly name: string; readonly ratePpm: number };

/** Whether the shelf price holds the tax already (M4) or it is added on top (M3). */
export type TaxMode = 'inclusive' | 'exclusive';

/** How a site rounds its taxes; stored on each bill so that it never changes later (M3). */
export type BillRules = {
  readonly taxRounding: 'line' | 'rate';
  readonly rounding: Rounding;
  /** Smallest amount that cash can pay, in minor units; 0 or 1 for none (P4). */
  readonly cashStep: number;
};

export type BillLineInput = {
  readonly lineId: string;
  /** Unit price with modifiers × quantity. */
  readonly gross: Money;
  readonly discount: Money;
  readonly taxes: readonly LineTax[];
  readonly taxMode: TaxMode;
};

export type ServiceCharge = {
  readonly ratePpm: number;
  readonly fixed: Money;
  readonly taxes: readonly LineTax[];
  readonly taxMode: TaxMode;
};

export type BillLine = {
  readonly lineId: string;
  readonly gross: Money;
  /** Its own discount and its share of the order's. */
  readonly discount: Money;
  readonly tax: Money;
  readonly net: Money;
  /** net + tax: what the guest pays for this line. */
  readonly total: Money;
};

export type BillTax = LineTax & {
  readonly taxMode: TaxMode;
  readonly base: Money;
  readonly tax: Money;
};

export type Bill = {
  readonly lines: readonly BillLine[];
  readonly taxes: readonly BillTax[];
  /** Σ lines at their price, before discounts. */
  readonly gross: Money;
  readonly discounts: Money;
  readonly serviceCharge: Money;
  readonly tax: Money;
  readonly net: Money;
  /** What the guest owes, without tip and before cash rounding. */
  readonly total: Money;
};

const serviceChargeId = 'service_charge';

/**
 * The one tax and total engine: screens, receipts, payments and reports all take their figures from
 * here. The order of operations is M6's; taxes round per line or per tax of the bill (M3); inclusive
 * prices are sacred (M4); an order discount is allocated before tax (M5).
 */
export function computeBill(
  lines: readonly BillLineInput[],
  rules: BillRules,
  orderDiscount: Money = nothing,
  serviceCharge?: ServiceCharge,
): Bill {
  const own = lines.map((line) => atMost(line.gross, line.discount));
  const afterLine = lines.map((line, i) => subtract(line.gross, own[i] ?? nothing));
  const shares = allocate(atMost(add(...afterLine), orderDiscount), afterLine.map(Math.abs));
  const charged = lines.map((line, i) => ({
    ...line,
    discount: add(own[i] ?? nothing, shares[i] ?? nothing),
  }));
  const discounted = add(...charged.map((line) => subtract(line.gross, line.discount)));
  const charge = serviceCharge
    ? add(share(discounted, serviceCharge.ratePpm, 'half_away'), serviceCharge.fixed)
    : nothing;
  const taxed: BillLineInput[] =
    serviceCharge && charge !== 0
      ? [
          ...charged,
          {
            lineId: serviceChargeId,
            gross: charge,
            discount: nothing,
            taxes: serviceCharge.taxes,
            taxMode: serviceCharge.taxMode,
          },
        ]
      : charged;
  const { lineTaxes, rows } = computeTaxes(taxed, rules);
  const all = taxed.map((line, i): BillLine => {
    const price = subtract(line.gross, line.discount);
    const tax = add(...(lineTaxes[i] ?? []));
    const net = line.taxMode === 'inclusive' ? subtract(price, tax) : price;
    return {
      lineId: line.lineId,
      gross: line.gross,
      discount: line.discount,
      tax,
      net,
      total: add(net, tax),
    };
  });
  return {
    lines: all.filter((line) => line.lineId !== serviceChargeId),
    taxes: rows,
    gross: add(...lines.map((line) => line.gross)),
    discounts: add(...charged.map((line) => line.discount)),
    serviceCharge: charge,
    tax: add(...all.map((line) => line.tax)),
    net: add(...all.map((line) => line.net)),
    total: add(...all.map((line) => line.total)),
  };
}

/** A discount takes a price to 0 and no further; a reversed price is bounded the same from below (M5, P8). */
function atMost(gross: Money, discount: Money): Money {
  return money(Math.max(Math.min(gross, 0), Math.min(Math.max(gross, 0), discount)));
}

/** The exact tax inside or on top of one price; several inclusive taxes share the one gross price (M3, M4). */
function taxFraction(line: BillLineInput, tax: LineTax): Fraction {
  const price = BigInt(subtract(line.gross, line.discount));
  const inside =
    line.taxMode === 'inclusive' ? line.taxes.reduce((sum, each) => sum + each.ratePpm, 0) : 0;
  return {
    numerator: price * BigInt(tax.ratePpm),
    denominator: 1_000_000n + BigInt(inside),
  };
}

type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

type TaxGroup = {
  tax: LineTax;
  taxMode: TaxMode;
  members: { line: number; position: number; price: number; exact: Fraction }[];
};

/** One tax of the bill, whatever other taxes its lines carry beside it; each is one row and rounds once (M3). */
function groupTaxes(lines: readonly BillLineInput[]): TaxGroup[] {
  const groups = new Map<string, TaxGroup>();
  lines.forEach((line, i) => {
    line.taxes.forEach((tax, position) => {
      const key = `${tax.taxId}|${tax.name}|${tax.ratePpm}|${line.taxMode}`;
      const group = groups.get(key) ?? { tax, taxMode: line.taxMode, members: [] };
      const price = subtract(line.gross, line.discount);
      group.members.push({ line: i, position, price, exact: taxFraction(line, tax) });
      groups.set(key, group);
    });
  });
  return [...groups.values()];
}

/** What each member of a tax pays, in whole minor units: rounded each, or rounded as one and shared out (M2, M3). */
function settleGroup(group: TaxGroup, rules: BillRules): Money[] {
  const exact = group.members.map((member) => member.exact);
  if (rules.taxRounding === 'line') {
    return exact.map((each) => roundRatio(each.numerator, each.denominator, rules.rounding));
  }
  const common = [...new Set(exact.map((each) => each.denominator))].reduce((a, b) => a * b, 1n);
  const parts = exact.map((each) => each.numerator * (common / each.denominator));
  const whole = roundRatio(
    parts.reduce((a, b) => a + b, 0n),
    common,
    rules.rounding,
  );
  return allocate(
    whole,
    parts.map((part) => (part < 0n ? -part : part)),
  );
}

function computeTaxes(
  lines: readonly BillLineInput[],
  rules: BillRules,
): { lineTaxes: Money[][]; rows: BillTax[] } {
  const lineTaxes: Money[][] = lines.map((line) => line.taxes.map(() => nothing));
  const settled = groupTaxes(lines).map((group) => ({ group, parts: settleGroup(group, rules) }));
  for (const { group, parts } of settled) {
    group.members.forEach((member, i) => {
      const taxes = lineTaxes[member.line];
      if (taxes) taxes[member.position] = parts[i] ?? nothing;
    });
  }
  const rows = settled.map(({ group, parts }): BillTax => {
    const base = group.members.reduce((sum, member) => {
      const inside =
        group.taxMode === 'inclusive' ? add(...(lineTaxes[member.line] ?? [])) : nothing;
      return money(sum + member.price - inside);
    }, 0);
    const { taxId, name, ratePpm } = group.tax;
    const { taxMode } = group;
    return { taxId, name, ratePpm, taxMode, base: money(base), tax: add(...parts) };
  });
  return { lineTaxes, rows };
}
