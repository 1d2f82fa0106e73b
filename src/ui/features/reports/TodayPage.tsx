import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { use, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Answer } from '../../api/call.ts';
import type { getToday, SalesReport } from '../../../contract/reports.ts';
import { WhenRead } from '../../app/WhenRead.tsx';
import { SiteFormatContext, useFormat } from '../../i18n/use-format.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { BarList } from './BarList.tsx';
import { FigureTile } from './FigureTile.tsx';
import { HourChart } from './HourChart.tsx';
import { reportQuery, todayQuery } from './report-queries.ts';
import { hourAt, throughHour } from './through-hour.ts';
import { useChange } from './use-change.ts';
import { useCutoffHour } from './use-cutoff-hour.ts';
import './TodayPage.css';

type Today = Answer<typeof getToday>;

/** The day at a glance: what came in, against the same weekday a week ago, and what is still open. */
export function TodayPage() {
  const today = useQuery({ ...todayQuery, refetchInterval: 60_000 });
  return (
    <div className="OwnerScroll Scroll">
      <WhenRead of={today}>{(data) => <Day today={data} at={today.dataUpdatedAt} />}</WhenRead>
    </div>
  );
}

function Day({ today, at }: { today: Today; at: number }) {
  const { t } = useLingui();
  const { longDate, weekday, money } = useFormat();
  const [, go] = useLocation();
  const { last_week: lastWeek } = today;
  const day = weekday(lastWeek.businessDate);
  const lastTotal = money(lastWeek.total);
  const lastOrders = lastWeek.orders;
  const before = useMemo(
    () => ({ label: t`${day} a week ago`, list: lastWeek.by_hour }),
    [t, day, lastWeek.by_hour],
  );
  const now = useMemo(() => ({ label: t`Today`, list: today.by_hour }), [t, today.by_hour]);
  return (
    <>
      <div className="OwnerHead">
        <h2>{longDate(today.businessDate)}</h2>
        <Button
          icon={<ChartColumn size={20} aria-hidden />}
          onClick={() => go('/owner/reports?range=yesterday&compare=weekdays')}
        >
          {t`Yesterday’s report`}
        </Button>
      </div>
      {today.orders === 0 && (
        <Banner title={t`No sales yet today`}>
          {lastOrders === 0
            ? t`There were none on the same weekday a week ago either.`
            : t`On the same weekday a week ago there were ${lastOrders} orders for ${lastTotal}.`}
        </Banner>
      )}
      <TodayFigures today={today} at={at} />
      <Panel padded>
        <HourChart title={t`Sales by hour`} now={now} before={before} />
      </Panel>
      <Panel padded className="Today-lists">
        <TodayLists date={today.businessDate} />
      </Panel>
    </>
  );
}

function TodayFigures({ today, at }: { today: Today; at: number }) {
  const { t } = useLingui();
  const { amount, money, number } = useFormat();
  const { timeZone } = use(SiteFormatContext);
  const first = useCutoffHour();
  const change = useChange();
  const hour = hourAt(at, timeZone);
  const then = throughHour(today.last_week.by_hour, first, hour);
  const clock = `${String((hour + 1) % 24).padStart(2, '0')}:00`;
  const compares = today.total > 0 || then.total > 0;
  const openOrders = today.open.orders;
  return (
    <section aria-label={t`Today in figures`}>
      <div className="FigureTiles">
        <FigureTile
          label={t`sales`}
          value={money(today.total)}
          {...(compares ? { change: change(today.total, then.total, amount, true) } : {})}
        />
        <FigureTile
          label={t`orders`}
          value={number(today.orders)}
          {...(compares ? { change: change(today.orders, then.orders, number, true) } : {})}
        />
        <FigureTile
          label={t`average order`}
          value={money(today.average)}
          {...(today.orders > 0 && then.orders > 0
            ? {
                change: change(today.average, Math.round(then.total / then.orders), amount, true),
              }
            : {})}
        />
        <FigureTile
          label={t`still open`}
          value={money(today.open.total)}
          change={{
            direction: 'same',
            words:
              openOrders === 0
                ? t`no open orders`
                : openOrders === 1
                  ? t`1 open order`
                  : t`${openOrders} open orders`,
          }}
        />
      </div>
      {compares && (
        <p className="OwnerNote Today-note">
          {t`Compared with the same weekday a week ago until ${clock}.`}
        </p>
      )}
    </section>
  );
}

function TodayLists({ date }: { date: string }) {
  const { t } = useLingui();
  const report = useQuery(reportQuery({ from: date, to: date }, undefined));
  if (!report.data) {
    return report.error ? <WhenRead of={report}>{() => null}</WhenRead> : <LoadingState rows={3} />;
  }
  const { report: day } = report.data;
  if (day.orders === 0) {
    return (
      <EmptyState title={t`Payments and best sellers appear with the first sale`}>
        {t`Orders that are still open count once they are paid.`}
      </EmptyState>
    );
  }
  return (
    <>
      <BarList
        title={t`By payment`}
        counted={t`Payments`}
        compares={false}
        rows={day.by_tender.map((one) => ({
          key: one.tender,
          name: one.tender,
          count: one.payments,
          amount: one.amount,
        }))}
      />
      <BestSellers day={day} />
    </>
  );
}

function BestSellers({ day }: { day: SalesReport }) {
  const { t } = useLingui();
  return (
    <BarList
      title={t`Best sellers`}
      counted={t`Sold`}
      compares={false}
      most={6}
      rows={day.by_item.map((one) => ({
        key: `${one.category}\n${one.item}\n${one.portion}`,
        name: one.item,
        detail: one.portion,
        count: one.items,
        amount: one.total,
      }))}
    />
  );
}
