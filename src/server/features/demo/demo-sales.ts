import type { CsvTable } from '../../imports/csv.ts';
import { addDays, daysBetween } from '../../business-day.ts';
import type { SaleColumn } from '../../imports/sale-rows.ts';

type Row = CsvTable<SaleColumn>['rows'][number];

export type DemoSalesOptions = {
  /** The business date on which the year of sales is to end. */
  readonly lastDate: string;
  /** One unit of the file's prices in the site's, see `demoAmount`. */
  readonly amount: (text: string) => string;
  readonly tables: readonly string[];
  readonly cashiers: readonly string[];
};

/**
 * The year 2015 of the pizzeria, each sale moved by whole weeks so that weekdays stay weekdays and the last
 * day is `lastDate`: the few days that would lie after it stand 52 weeks earlier, before the first. What was
 * sold, when and for how much is the data's; who served it, where and how it was paid is made up here, from
 * the order's number.
 */
export function demoSales(
  table: CsvTable<SaleColumn>,
  options: DemoSalesOptions,
): CsvTable<SaleColumn> {
  const moved = dateMover(table.rows, options.lastDate);
  const rows = table.rows.map((row): Row => {
    const { cells } = row;
    return {
      row: row.row,
      cells: {
        ...cells,
        ...invented(Number(cells.order), options),
        // Numbers of their own: whoever imports the real year beside the demo is not refused.
        order: `demo-${cells.order}`,
        date: moved(cells.date),
        unit_price: options.amount(cells.unit_price),
      },
    };
  });
  return { ...table, rows };
}

function dateMover(rows: readonly Row[], lastDate: string): (date: string) => string {
  const sold = new Set(rows.map(({ cells }) => cells.date));
  const last = [...sold].reduce((latest, date) => (date > latest ? date : latest), '');
  let weeks = Math.ceil(daysBetween(last, lastDate) / 7);
  // The pizzeria was closed on a few days, Christmas among them; the demo's yesterday is not one of them.
  while (!sold.has(addDays(lastDate, -7 * weeks))) weeks += 1;
  const dates = new Map<string, string>();
  return (date) => {
    let moved = dates.get(date);
    if (moved === undefined) {
      moved = addDays(date, weeks * 7);
      if (moved > lastDate) moved = addDays(moved, -52 * 7);
      dates.set(date, moved);
    }
    return moved;
  };
}

/** The same for each row of an order, and spread without a pattern that the eye would see. */
function invented(
  order: number,
  { tables, cashiers }: DemoSalesOptions,
): Pick<Row['cells'], 'tender' | 'dining' | 'table' | 'cashier' | 'covers'> {
  const chance = (salt: number): number => ((order * 2_654_435_761 + salt * 40_503) >>> 7) % 1000;
  const toGo = chance(1) < 300;
  return {
    tender: chance(2) < 620 ? 'Card' : 'Cash',
    dining: toGo ? 'to_go' : 'here',
    table: toGo ? '' : (tables[chance(3) % tables.length] ?? ''),
    cashier: cashiers[chance(4) % cashiers.length] ?? '',
    covers: toGo ? '' : String(1 + (chance(5) % 4)),
  };
}
