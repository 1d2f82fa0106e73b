import { useLingui } from '@lingui/react/macro';
import type { SalesReport } from '../../../contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../kit/Panel.tsx';
import { BarList } from './BarList.tsx';
import type { BarRow } from './BarList.tsx';
import { ItemTable } from './ItemTable.tsx';
import { Ladder } from './Ladder.tsx';

type BreakdownsProps = { now: SalesReport; before: SalesReport | null };

/** The same sales cut in every way that an owner asks for. */
export function Breakdowns({ now, before }: BreakdownsProps) {
  const { t } = useLingui();
  const compares = before !== null;
  const orders = t`Orders`;
  const items = t`Sold`;
  return (
    <>
      <Panel depth="flat" className="Breakdowns" padded>
        <Ladder now={now} before={before} />
        <BarList
          title={t`By payment`}
          counted={t`Payments`}
          compares={compares}
          rows={rows(
            now.by_tender,
            before?.by_tender,
            (one) => one.tender,
            (one) => ({
              name: one.tender,
              count: one.payments,
              amount: one.amount,
            }),
          )}
        />
        <BarList
          title={t`By category`}
          counted={items}
          compares={compares}
          rows={rows(
            now.by_category,
            before?.by_category,
            (one) => one.category,
            (one) => ({
              name: one.category || t`Without category`,
              count: one.items,
              amount: one.total,
            }),
          )}
        />
        <BarList
          title={t`By portion`}
          counted={items}
          compares={compares}
          rows={rows(
            now.by_portion,
            before?.by_portion,
            (one) => one.portion,
            (one) => ({
              name: one.portion || t`One size`,
              count: one.items,
              amount: one.total,
            }),
          )}
        />
        <BarList
          title={t`By person`}
          counted={orders}
          compares={compares}
          rows={rows(
            now.by_cashier,
            before?.by_cashier,
            (one) => one.cashier,
            (one) => ({
              name: one.cashier || t`Nobody named`,
              count: one.orders,
              amount: one.total,
            }),
          )}
        />
        <BarList
          title={t`By table`}
          counted={orders}
          compares={compares}
          rows={rows(
            now.by_table,
            before?.by_table,
            (one) => one.table,
            (one) => ({
              name: one.table || t`Without a table`,
              count: one.orders,
              amount: one.total,
            }),
          )}
        />
        {now.by_tax.length > 0 && <Taxes now={now} />}
      </Panel>
      <ItemTable now={now} before={before} />
    </>
  );
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

/** Rows of a list, each beside its namesake in the range compared with. */
function rows<Row>(
  now: readonly Row[],
  before: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
  show: (row: Row) => Omit<BarRow, 'key' | 'before'>,
): BarRow[] {
  const earlier = new Map((before ?? []).map((row) => [keyOf(row), show(row).amount]));
  return now.map((row) => {
    const key = keyOf(row);
    return { key, ...show(row), before: earlier.get(key) };
  });
}
