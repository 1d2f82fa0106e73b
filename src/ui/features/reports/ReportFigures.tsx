import { useLingui } from '@lingui/react/macro';
import type { SalesReport } from '../../../contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { FigureTile } from './FigureTile.tsx';
import { useChange } from './use-change.ts';

type Figure = {
  id: string;
  label: string;
  of: (report: SalesReport) => number;
  counts?: boolean;
  moreIsGood?: boolean;
};

/** The six figures an owner asks for first. */
export function ReportFigures({ now, before }: { now: SalesReport; before: SalesReport | null }) {
  const { t } = useLingui();
  const { amount, money, number } = useFormat();
  const change = useChange();
  const figures: Figure[] = [
    { id: 'total', label: t`sales`, of: (report) => report.total, moreIsGood: true },
    { id: 'net', label: t`net of tax`, of: (report) => report.net, moreIsGood: true },
    { id: 'tax', label: t`tax`, of: (report) => report.tax },
    {
      id: 'orders',
      label: t`orders`,
      of: (report) => report.orders,
      counts: true,
      moreIsGood: true,
    },
    {
      id: 'average',
      label: t`average order`,
      of: (report) => report.average_order,
      moreIsGood: true,
    },
    { id: 'tips', label: t`tips`, of: (report) => report.tips },
  ];
  return (
    <section className="FigureTiles" data-six aria-label={t`Main figures`}>
      {figures.map(({ id, label, of, counts = false, moreIsGood }) => (
        <FigureTile
          key={id}
          label={label}
          value={(counts ? number : money)(of(now))}
          {...(before
            ? { change: change(of(now), of(before), counts ? number : amount, moreIsGood) }
            : {})}
        />
      ))}
    </section>
  );
}
