import { add, money } from '../../../domain/money.ts';
import type { Money } from '../../../domain/money.ts';
import { namesOf } from '../../access/aliases.ts';
import type { Reading } from '../../db/engine.ts';
import type { Schema } from '../../db/schema.ts';
import { comparable } from '../../unique-name.ts';
import type { ReportRange } from './report-range.ts';

/** The kept totals of each business day of the range, in order of date. */
export async function daysOfRange(
  tx: Reading,
  site: string,
  { from, to }: ReportRange,
): Promise<Schema['day_totals'][]> {
  return tx.all(
    tx.sql
      .selectFrom('day_totals')
      .selectAll()
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .orderBy('business_date'),
  );
}

type ItemFigure = {
  item: string;
  portion: string;
  category: string;
  items: number;
  total: Money;
};

/** What was sold of each item and portion. */
export async function itemsOfRange(
  tx: Reading,
  site: string,
  { from, to }: ReportRange,
): Promise<ItemFigure[]> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('day_items')
      .select(({ fn }) => [
        'item',
        'portion',
        'category',
        fn.sum<number>('items').as('items'),
        fn.sum<number>('total').as('total'),
      ])
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .groupBy(['item', 'portion', 'category']),
  );
  return rows.map((row) => ({ ...row, items: Number(row.items), total: summed(row.total) }));
}

type TenderFigure = { tender: string; payments: number; amount: Money };

/** What each tender took. An imported `cash` is the till's own Cash, under the spelling that sorts first. */
export async function tendersOfRange(
  tx: Reading,
  site: string,
  { from, to }: ReportRange,
): Promise<TenderFigure[]> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('day_tenders')
      .select(({ fn }) => [
        'tender',
        fn.sum<number>('payments').as('payments'),
        fn.sum<number>('amount').as('amount'),
      ])
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .groupBy('tender'),
  );
  const spellings = Map.groupBy(rows, ({ tender }) => comparable(tender));
  return [...spellings.values()].map((alike) => ({
    tender: alike.map(({ tender }) => tender).toSorted()[0] ?? '',
    payments: alike.reduce((sum, { payments }) => sum + Number(payments), 0),
    amount: add(...alike.map(({ amount }) => summed(amount))),
  }));
}

export async function hoursOfRange(
  tx: Reading,
  site: string,
  { from, to }: ReportRange,
): Promise<{ hour: number; orders: number; total: Money }[]> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('day_hours')
      .select(({ fn }) => [
        'hour',
        fn.sum<number>('orders').as('orders'),
        fn.sum<number>('total').as('total'),
      ])
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .groupBy('hour'),
  );
  return rows.map(({ hour, orders, total }) => ({
    hour,
    orders: Number(orders),
    total: summed(total),
  }));
}

/** By the names behind the pseudonyms; one that was erased keeps its pseudonym. */
export async function cashiersOfRange(
  tx: Reading,
  site: string,
  { from, to }: ReportRange,
): Promise<{ cashier: string; orders: number; total: Money }[]> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('day_cashiers')
      .select(({ fn }) => [
        'alias',
        fn.sum<number>('orders').as('orders'),
        fn.sum<number>('total').as('total'),
      ])
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .groupBy('alias'),
  );
  const names = await namesOf(
    tx,
    rows.map((row) => row.alias),
  );
  return rows.map(({ alias, orders, total }) => ({
    cashier: names[alias] ?? alias,
    orders: Number(orders),
    total: summed(total),
  }));
}

export async function tablesOfRange(
  tx: Reading,
  site: string,
  { from, to }: ReportRange,
): Promise<{ table: string; orders: number; total: Money }[]> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('day_tables')
      .select(({ fn }) => [
        'table_name',
        fn.sum<number>('orders').as('orders'),
        fn.sum<number>('total').as('total'),
      ])
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .groupBy('table_name'),
  );
  return rows.map(({ table_name: table, orders, total }) => ({
    table,
    orders: Number(orders),
    total: summed(total),
  }));
}

export async function taxesOfRange(
  tx: Reading,
  site: string,
  { from, to }: ReportRange,
): Promise<{ tax: string; rate_ppm: number; base: Money; tax_amount: Money }[]> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('day_taxes')
      .select(({ fn }) => [
        'name',
        'rate_ppm',
        fn.sum<number>('base').as('base'),
        fn.sum<number>('tax').as('tax'),
      ])
      .where('site', '=', site)
      .where('business_date', '>=', from)
      .where('business_date', '<=', to)
      .groupBy(['name', 'rate_ppm']),
  );
  return rows.map(({ name, rate_ppm, base, tax }) => ({
    tax: name,
    rate_ppm,
    base: summed(base),
    tax_amount: summed(tax),
  }));
}

/** MariaDB adds up to a decimal, which comes as text. */
function summed(amount: number | string): Money {
  return money(Number(amount));
}
