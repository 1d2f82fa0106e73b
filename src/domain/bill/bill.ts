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
  const afterLine = lines.map((line) => subtract(line.gross, line.discount));
  const wanted = money(Math.min(orderDiscount, add(...afterLine)));
  const shares = allocate(wanted, afterLine);
  const charged = lines.map((line, i) => ({
    ...line,
    discount: add(line.discount, shares[i] ?? nothing),
  }));
  const discounted = add(...charged.map((line) => subtract(line.gross, line.discount)));
  const charge = serviceCharge
    ? add(share(discounted, serviceCharge.ratePpm, rules.rounding), serviceCharge.fixed)
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

/** The tax inside or on top of one price; several inclusive taxes share the one gross price (M3, M4). */
function taxFraction(
  line: BillLineInput,
  tax: LineTax,
): { numerator: bigint; denominator: bigint } {
  const price = BigInt(subtract(line.gross, line.discount));
  const inside =
    line.taxMode === 'inclusive' ? line.taxes.reduce((sum, each) => sum + each.ratePpm, 0) : 0;
  return {
    numerator: price * BigInt(tax.ratePpm),
    denominator: 1_000_000n + BigInt(inside),
  };
}

type TaxGroup = {
  tax: LineTax;
  taxMode: TaxMode;
  denominator: bigint;
  numerator: bigint;
  members: { line: number; position: number; price: number }[];
};

function computeTaxes(
  lines: readonly BillLineInput[],
  rules: BillRules,
): { lineTaxes: Money[][]; rows: BillTax[] } {
  const lineTaxes: Money[][] = lines.map((line) => line.taxes.map(() => nothing));
  const groups = new Map<string, TaxGroup>();
  lines.forEach((line, i) => {
    line.taxes.forEach((tax, position) => {
      const fraction = taxFraction(line, tax);
      const key = `${tax.taxId}|${tax.name}|${tax.ratePpm}|${line.taxMode}|${fraction.denominator}`;
      const group = groups.get(key) ?? {
        tax,
        taxMode: line.taxMode,
        denominator: fraction.denominator,
        numerator: 0n,
        members: [],
      };
      group.numerator += fraction.numerator;
      group.members.push({ line: i, position, price: subtract(line.gross, line.discount) });
      groups.set(key, group);
    });
  });
  const taxOfRow = new Map<TaxGroup, Money>();
  for (const group of groups.values()) {
    const parts =
      rules.taxRounding === 'rate'
        ? allocate(
            roundRatio(group.numerator, group.denominator, rules.rounding),
            group.members.map((member) => Math.abs(member.price)),
          )
        : group.members.map((member) =>
            roundRatio(
              BigInt(member.price) * BigInt(group.tax.ratePpm),
              group.denominator,
              rules.rounding,
            ),
          );
    group.members.forEach((member, i) => {
      const taxes = lineTaxes[member.line];
      if (taxes) taxes[member.position] = parts[i] ?? nothing;
    });
    taxOfRow.set(group, add(...parts));
  }
  const rows = [...groups.values()].map((group): BillTax => {
    const base = group.members.reduce((sum, member) => {
      const line = lines[member.line];
      const inside =
        line?.taxMode === 'inclusive' ? add(...(lineTaxes[member.line] ?? [])) : nothing;
      return money(sum + member.price - inside);
    }, 0);
    const { taxId, name, ratePpm } = group.tax;
    return {
      taxId,
      name,
      ratePpm,
      taxMode: group.taxMode,
      base: money(base),
      tax: taxOfRow.get(group) ?? nothing,
    };
  });
  return { lineTaxes, rows };
}
