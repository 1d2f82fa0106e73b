import { useLingui } from '@lingui/react/macro';
import type { SalesReport } from '../../../contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import './Ladder.css';

type Step = {
  id: string;
  words: string;
  value: string;
  earlier?: string | undefined;
  sum?: boolean;
};

/** From what was on the bills to what is left: each step on its own row, those of nothing left out. */
export function Ladder({ now, before }: { now: SalesReport; before: SalesReport | null }) {
  const { t } = useLingui();
  const { amount, number } = useFormat();
  const step = (
    id: string,
    words: string,
    of: (report: SalesReport) => number,
    { sum = false, always = false, counts = false } = {},
  ): Step[] => {
    if (!sum && !always && of(now) === 0 && (before === null || of(before) === 0)) return [];
    const show = counts ? number : amount;
    return [
      { id, words, value: show(of(now)), earlier: before ? show(of(before)) : undefined, sum },
    ];
  };
  const steps = [
    ...step('gross', t`Items at their prices`, (report) => report.gross, { always: true }),
    ...step('discounts', t`Discounts`, (report) => -report.discounts),
    ...step('comps', t`On the house`, (report) => -report.comps),
    ...step('service', t`Service charges`, (report) => report.service_charges),
    ...step('refunds', t`Refunds`, (report) => -report.refunds),
    ...step('rounding', t`Rounding of cash`, (report) => report.rounding),
    ...step('total', t`Sales`, (report) => report.total, { sum: true }),
    ...step('tax', t`Tax in it`, (report) => report.tax, { always: true }),
    ...step('net', t`Net of tax`, (report) => report.net, { sum: true }),
    ...step('tips', t`Tips, apart`, (report) => report.tips),
    ...step('items', t`Items sold`, (report) => report.items, { always: true, counts: true }),
    ...step('voids', t`Voided after sending`, (report) => report.voids.amount),
    ...step('bills', t`Bills shown before paying`, (report) => report.pre_bills, { counts: true }),
  ];
  return (
    <section className="Ladder">
      <table className="Ladder-table">
        <caption className="BarList-title">{t`How it adds up`}</caption>
        <thead className={before ? undefined : 'VisuallyHidden'}>
          <tr>
            <th scope="col">{t`Figure`}</th>
            <th scope="col">{t`These days`}</th>
            {before && <th scope="col">{t`Compared with`}</th>}
          </tr>
        </thead>
        <tbody>
          {steps.map((one) => (
            <tr key={one.id} data-sum={one.sum || undefined}>
              <th scope="row">{one.words}</th>
              <td>{one.value}</td>
              {before && <td className="Ladder-earlier">{one.earlier}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
