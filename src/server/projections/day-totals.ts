import type { Tx } from '../db/engine.ts';
import type { Schema } from '../db/schema.ts';

/** A closed sale as the day's figures count it; amounts in minor units. */
export type DaySale = {
  readonly businessDate: string;
  readonly hour: number;
  /** Pseudonym of who took the money; empty where unknown. */
  readonly cashier: string;
  readonly table: string;
  readonly gross: number;
  readonly discounts: number;
  readonly serviceCharges: number;
  readonly tax: number;
  readonly tips: number;
  readonly rounding: number;
  /** With cash rounding, without tips. */
  readonly total: number;
  readonly lines: readonly {
    readonly item: string;
    readonly portion: string;
    readonly category: string;
    readonly quantity: number;
    /** After line discounts. */
    readonly total: number;
  }[];
  readonly payments: readonly { readonly tender: string; readonly amount: number }[];
  readonly taxes: readonly {
    readonly name: string;
    readonly ratePpm: number;
    readonly base: number;
    readonly tax: number;
  }[];
};

type Keys = Readonly<Record<string, string | number>>;
type Deltas = Record<string, number>;

/** Gathers what sales add to the totals of their days, so that a long import writes each row once. */
export class DaySums {
  readonly #rows = new Map<string, { table: keyof Schema & string; keys: Keys; deltas: Deltas }>();
  readonly #site: string;

  constructor(site: string) {
    this.#site = site;
  }

  add(sale: DaySale): void {
    const day = { site: this.#site, business_date: sale.businessDate };
    const items = sale.lines.reduce((sum, line) => sum + line.quantity, 0);
    this.#sum('day_totals', day, {
      orders: 1,
      order_lines: sale.lines.length,
      items,
      gross: sale.gross,
      discounts: sale.discounts,
      service_charges: sale.serviceCharges,
      tax: sale.tax,
      tips: sale.tips,
      rounding: sale.rounding,
      total: sale.total,
    });
    const counted = { orders: 1, total: sale.total };
    this.#sum('day_hours', { ...day, hour: sale.hour }, counted);
    if (sale.cashier) this.#sum('day_cashiers', { ...day, alias: sale.cashier }, counted);
    if (sale.table) this.#sum('day_tables', { ...day, table_name: sale.table }, counted);
    for (const { item, portion, category, quantity, total } of sale.lines) {
      this.#sum('day_items', { ...day, item, portion, category }, { items: quantity, total });
    }
    for (const { tender, amount } of sale.payments) {
      this.#sum('day_tenders', { ...day, tender }, { payments: 1, amount });
    }
    for (const { name, ratePpm, base, tax } of sale.taxes) {
      this.#sum('day_taxes', { ...day, name, rate_ppm: ratePpm }, { base, tax });
    }
  }

  async write(tx: Tx): Promise<void> {
    for (const { table, keys, deltas } of this.#rows.values()) await tx.addTo(table, keys, deltas);
    this.#rows.clear();
  }

  #sum(table: keyof Schema & string, keys: Keys, deltas: Deltas): void {
    const key = `${table}\n${Object.values(keys).join('\n')}`;
    const row = this.#rows.get(key);
    if (!row) {
      this.#rows.set(key, { table, keys, deltas: { ...deltas } });
      return;
    }
    for (const [name, delta] of Object.entries(deltas)) {
      row.deltas[name] = (row.deltas[name] ?? 0) + delta;
    }
  }
}

/** Adds one closed sale to the totals of its business day. */
export async function addSaleToDay(tx: Tx, site: string, sale: DaySale): Promise<void> {
  const sums = new DaySums(site);
  sums.add(sale);
  await sums.write(tx);
}
