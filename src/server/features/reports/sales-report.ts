import type { SalesReport } from '../../../contract/reports.ts';
import { add, money, nothing, roundRatio, subtract } from '../../../domain/money.ts';
import { weekdayOf } from '../../business-day.ts';
import type { Reading } from '../../db/engine.ts';
import type { Schema } from '../../db/schema.ts';
import { loadSite } from '../../load-site.ts';
import type { ReportRange } from './report-range.ts';
import { addUp, byNumber, byText } from './add-up.ts';
import {
  cashiersOfRange,
  daysOfRange,
  hoursOfRange,
  itemsOfRange,
  tablesOfRange,
  taxesOfRange,
  tendersOfRange,
} from './day-figures.ts';

/**
 * The sales of a range of business dates, from the totals that are kept for each day. Every list is sorted
 * by its first field, `by_hour` by hour; a range without sales has zeros and empty lists.
 */
export async function salesReport(
  tx: Reading,
  site: string,
  range: ReportRange,
): Promise<SalesReport> {
  const { currency, exponent } = await loadSite(tx);
  const days = await daysOfRange(tx, site, range);
  const sold = days.filter((day) => day.orders > 0);
  const items = await itemsOfRange(tx, site, range);
  const sum = (column: SummedColumn): number => days.reduce((all, day) => all + day[column], 0);
  const total = money(sum('total'));
  const tax = money(sum('tax'));
  const rounding = money(sum('rounding'));
  const orders = sum('orders');
  return {
    ...range,
    currency,
    exponent,
    orders,
    lines: sum('order_lines'),
    items: sum('items'),
    gross: money(sum('gross')),
    discounts: money(sum('discounts')),
    // No comp and no refund can be made yet, so there are none.
    comps: nothing,
    refunds: nothing,
    service_charges: money(sum('service_charges')),
    tax,
    tips: money(sum('tips')),
    rounding,
    total,
    net: subtract(total, add(tax, rounding)),
    average_order: orders === 0 ? nothing : roundRatio(BigInt(total), BigInt(orders), 'half_away'),
    by_tender: (await tendersOfRange(tx, site, range)).sort(byText('tender')),
    by_business_date: sold.map((day) => ({
      business_date: day.business_date,
      orders: day.orders,
      items: day.items,
      total: money(day.total),
    })),
    by_hour: (await hoursOfRange(tx, site, range)).sort(byNumber('hour')),
    by_category: addUp(items, ['category'], ['items', 'total']).sort(byText('category')),
    by_item: items.sort(byText('item', 'portion', 'category')),
    by_portion: addUp(items, ['portion'], ['items', 'total']).sort(byText('portion')),
    by_weekday: addUp(
      sold.map((day) => ({
        weekday: weekdayOf(day.business_date),
        orders: day.orders,
        total: money(day.total),
      })),
      ['weekday'],
      ['orders', 'total'],
    ).sort(byNumber('weekday')),
    by_cashier: (await cashiersOfRange(tx, site, range)).sort(byText('cashier')),
    by_table: (await tablesOfRange(tx, site, range)).sort(byText('table')),
    by_tax: (await taxesOfRange(tx, site, range)).sort(byText('tax')),
    voids: {
      lines: sum('void_lines'),
      items: sum('void_items'),
      amount: money(sum('void_amount')),
    },
    pre_bills: sum('pre_bills'),
  };
}

type SummedColumn = Exclude<keyof Schema['day_totals'], 'site' | 'business_date'>;
