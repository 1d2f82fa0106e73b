import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { Chart } from '../../kit/Chart.tsx';
import { hoursShown, totalsByHour } from './hours.ts';
import { useCutoffHour } from './use-cutoff-hour.ts';

type OfHour = { readonly hour: number; readonly total: number };
type HourChartProps = {
  title: string;
  now: { label: string; list: readonly OfHour[] };
  before?: { label: string; list: readonly OfHour[] } | undefined;
  height?: number;
};

/** Sales by hour, beside those it is compared with. */
export function HourChart({ title, now, before, height = 250 }: HourChartProps) {
  const { t } = useLingui();
  const { amount } = useFormat();
  const first = useCutoffHour();
  const { labels, series } = useMemo(() => {
    const hours = hoursShown(first, now.list, before?.list ?? []);
    return {
      labels: hours.map((hour) => String(hour).padStart(2, '0')),
      series: [
        { label: now.label, values: totalsByHour(hours, now.list) },
        ...(before ? [{ label: before.label, values: totalsByHour(hours, before.list) }] : []),
      ],
    };
  }, [first, now.label, now.list, before]);
  return (
    <Chart
      title={title}
      axis={t`Hour`}
      labels={labels}
      series={series}
      format={amount}
      height={height}
    />
  );
}
