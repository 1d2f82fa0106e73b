import type * as z from 'zod/mini';
import type { getToday as getTodayRoute } from '../../../contract/reports.ts';
import { money, nothing, roundRatio } from '../../../domain/money.ts';
import type { Money } from '../../../domain/money.ts';
import { addDays, businessDateOf } from '../../business-day.ts';
import { prepared } from '../../db/prepared.ts';
import type { Reading } from '../../db/engine.ts';
import type { Deps } from '../../deps.ts';
import { loadSite } from '../../load-site.ts';
import { daysOfRange, hoursOfRange } from './day-figures.ts';

type Today = z.output<typeof getTodayRoute.answer>;

const stillOpen = prepared<Record<never, never>, { orders: number; due: number | null }>((sql) =>
  sql
    .selectFrom('orders')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('orders'),
      fn.sum<number | null>(eb('total', '-', eb.ref('paid'))).as('due'),
    ])
    .where('status', 'in', ['open', 'billing']),
);

/** The business day so far beside the same weekday a week ago, and what open orders still owe. */
export async function getToday(deps: Pick<Deps, 'site' | 'now'>, tx: Reading): Promise<Today> {
  const rules = await loadSite(tx);
  const businessDate = businessDateOf(deps.now(), rules);
  const today = await dayFigures(tx, deps.site, businessDate);
  const open = await tx.first(stillOpen(tx.sql, {}));
  return {
    ...today,
    average:
      today.orders === 0
        ? nothing
        : roundRatio(BigInt(today.total), BigInt(today.orders), 'half_away'),
    open: { orders: Number(open?.orders ?? 0), total: money(Number(open?.due ?? 0)) },
    last_week: await dayFigures(tx, deps.site, addDays(businessDate, -7)),
  };
}

type DayFigures = {
  businessDate: string;
  orders: number;
  total: Money;
  by_hour: { hour: number; orders: number; total: Money }[];
};

async function dayFigures(tx: Reading, site: string, businessDate: string): Promise<DayFigures> {
  const range = { from: businessDate, to: businessDate };
  const [day] = await daysOfRange(tx, site, range);
  const hours = await hoursOfRange(tx, site, range);
  return {
    businessDate,
    orders: day?.orders ?? 0,
    total: money(day?.total ?? 0),
    by_hour: hours.sort((a, b) => a.hour - b.hour),
  };
}
