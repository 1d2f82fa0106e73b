import { useLingui } from '@lingui/react/macro';
import type { SalesReport } from '../../../contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../kit/Panel.tsx';
import { BarList } from './BarList.tsx';
import type { BarRow } from './BarList.tsx';
import { ItemTable } from './ItemTable.tsx';
import { Ladder } from './Ladder.tsx';

type BreakdownsProps = { now: SalesReport; before: SalesReport | null };

/** One way to cut the sales. */
type Cut = { title: string; counted: string; rowsOf: (report: SalesReport) => readonly CutRow[] };
type CutRow = { key: string; name: string; count: number; amount: number };

/** The same sales cut in every way that an owner asks for. */
export function Breakdowns({ now, before }: BreakdownsProps) {
  const cuts = useCuts();
  return (
    <>
      <Panel depth="flat" className="Breakdowns" padded>
        <Ladder now={now} before={before} />
        {cuts.map(({ title, counted, rowsOf }) => (
          <BarList
            key={title}
            title={title}
            counted={counted}
            compares={before !== null}
            rows={besideEarlier(rowsOf(now), before ? rowsOf(before) : [])}
          />
        ))}
        {now.by_tax.length > 0 && <Taxes now={now} />}
      </Panel>
      <ItemTable now={now} before={before} />
    </>
  );
}

function useCuts(): readonly Cut[] {
  const { t } = useLingui();
  const orders = t`Orders`;
  const items = t`Sold`;
  return [
    {
      title: t`By payment`,
      counted: t`Payments`,
      rowsOf: ({ by_tender: all }) =>
        // A tender may have been spelled otherwise before.
        all.map((one) => row(one.tender.toLowerCase(), one.tender, one.payments, one.amount)),
    },
    {
      title: t`By category`,
      counted: items,
      rowsOf: ({ by_category: all }) =>
        all.map(({ category, ...one }) =>
          row(category, category || t`Without category`, one.items, one.total),
        ),
    },
    {
      title: t`By portion`,
      counted: items,
      rowsOf: ({ by_portion: all }) =>
        all.map(({ portion, ...one }) =>
          row(portion, portion || t`One size`, one.items, one.total),
        ),
    },
    {
      title: t`By person`,
      counted: orders,
      rowsOf: ({ by_cashier: all }) =>
        all.map(({ cashier, ...one }) =>
          row(cashier, cashier || t`Nobody named`, one.orders, one.total),
        ),
    },
    {
      title: t`By table`,
      counted: orders,
      rowsOf: ({ by_table: all }) =>
        all.map(({ table, ...one }) =>
          row(table, table || t`Without a table`, one.orders, one.total),
        ),
    },
  ];
}

function row(key: string, name: string, count: number, amount: number): CutRow {
  return { key, name, count, amount };
}

/** Each row beside its namesake in the range compared with. */
function besideEarlier(rows: readonly CutRow[], earlier: readonly CutRow[]): BarRow[] {
  const amounts = new Map(earlier.map(({ key, amount }) => [key, amount]));
  return rows.map((one) => ({ ...one, before: amounts.get(one.key) }));
}

function Taxes({ now }: { now: SalesReport }) {
  const { t } = useLingui();
  const { amount, percentPpm } = useFormat();
  return (
    <section className="Taxes">
      <table className="Ladder-table">
        <caption className="BarList-title">{t`By tax`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Tax`}</th>
            <th scope="col">{t`On`}</th>
            <th scope="col">{t`Amount`}</th>
          </tr>
        </thead>
        <tbody>
          {now.by_tax.map((one) => (
            <tr key={`${one.tax} ${one.rate_ppm}`}>
              <th scope="row">
                {one.tax} <span className="BarList-detail">{percentPpm(one.rate_ppm)}</span>
              </th>
              <td>{amount(one.base)}</td>
              <td>{amount(one.tax_amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
