import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { SalesReport } from '../../../contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Chart } from '../../kit/Chart.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { Segmented } from '../../kit/Segmented.tsx';
import { bucketsOf, isByWeek } from './day-buckets.ts';
import { HourChart } from './HourChart.tsx';
import { addDays } from './range.ts';

type ChartOf = 'days' | 'hours' | 'weekdays';
type SalesChartProps = { now: SalesReport; before: SalesReport | null };

/** Sales over time: by day, by hour of the day, or by weekday. */
export function SalesChart({ now, before }: SalesChartProps) {
  const { t } = useLingui();
  const oneDay = now.from === now.to;
  const [chosen, setChosen] = useState<ChartOf>('days');
  const shown = oneDay ? 'hours' : chosen;
  return (
    <Panel padded className="SalesChart">
      {!oneDay && (
        <Segmented
          label={t`Sales by`}
          value={shown}
          onChange={setChosen}
          options={[
            { id: 'days', label: isByWeek(now) ? t`Weeks` : t`Days` },
            { id: 'hours', label: t`Hours` },
            { id: 'weekdays', label: t`Weekdays` },
          ]}
        />
      )}
      {shown === 'days' && <ByDay now={now} before={before} />}
      {shown === 'hours' && <ByHour now={now} before={before} />}
      {shown === 'weekdays' && <ByWeekday now={now} before={before} />}
    </Panel>
  );
}

function ByDay({ now, before }: SalesChartProps) {
  const { t } = useLingui();
  const { shortDate, weekdayOf } = useShortDates();
  const { amount } = useFormat();
  const byWeek = isByWeek(now);
  const few = now.by_business_date.length <= 14;
  const chart = useMemo(() => {
    const buckets = bucketsOf(now, now.by_business_date);
    return {
      labels: buckets.map(({ from }) =>
        few && !byWeek ? `${weekdayOf(from)} ${shortDate(from)}` : shortDate(from),
      ),
      series: [
        { label: t`These days`, values: buckets.map((bucket) => bucket.total) },
        ...(before
          ? [
              {
                label: t`Compared with`,
                values: bucketsOf(before, before.by_business_date).map((bucket) => bucket.total),
              },
            ]
          : []),
      ],
    };
  }, [now, before, t, shortDate, weekdayOf, byWeek, few]);
  return (
    <Chart
      title={byWeek ? t`Sales by seven days` : t`Sales by day`}
      axis={byWeek ? t`Seven days from` : t`Day`}
      {...chart}
      format={amount}
    />
  );
}

function ByHour({ now, before }: SalesChartProps) {
  const { t } = useLingui();
  const shown = useMemo(() => ({ label: t`These days`, list: now.by_hour }), [t, now.by_hour]);
  const compared = useMemo(
    () => (before ? { label: t`Compared with`, list: before.by_hour } : undefined),
    [t, before],
  );
  return <HourChart title={t`Sales by hour`} now={shown} before={compared} height={260} />;
}

function ByWeekday({ now, before }: SalesChartProps) {
  const { t } = useLingui();
  const { amount } = useFormat();
  const { weekdayOf } = useShortDates();
  const chart = useMemo(() => {
    // 5 January 1970 was a Monday.
    const weekdays = [1, 2, 3, 4, 5, 6, 7];
    const totals = (report: SalesReport) =>
      weekdays.map((day) => report.by_weekday.find((one) => one.weekday === day)?.total ?? 0);
    return {
      labels: weekdays.map((day) => weekdayOf(addDays('1970-01-05', day - 1))),
      series: [
        { label: t`These days`, values: totals(now) },
        ...(before ? [{ label: t`Compared with`, values: totals(before) }] : []),
      ],
    };
  }, [now, before, t, weekdayOf]);
  return <Chart title={t`Sales by weekday`} axis={t`Weekday`} {...chart} format={amount} />;
}

/** Short enough to stand under a column: "27 Nov", "Fri". */
function useShortDates() {
  const { i18n } = useLingui();
  const { weekday } = useFormat();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(document.documentElement.lang || i18n.locale, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
    return {
      shortDate: (date: string) => format.format(new Date(`${date}T00:00:00Z`)),
      weekdayOf: weekday,
    };
  }, [i18n.locale, weekday]);
}
