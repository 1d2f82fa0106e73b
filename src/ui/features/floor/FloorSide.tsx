import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ReceiptText, ShoppingBag, Zap } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Floor } from '../../../contract/floor.ts';
import { getToday } from '../../../contract/reports.ts';
import { query } from '../../api/query.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Banner } from '../../kit/Banner.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { Stat } from '../../kit/Stat.tsx';
import { minutesSince } from '../../order/use-now.ts';
import { useOrderWords } from '../../order/use-order-words.ts';
import { LastReceipt } from '../../paper/LastReceipt.tsx';
import { NeedRow } from './NeedRow.tsx';
import './FloorSide.css';

type FloorSideProps = { floor: Floor | undefined; isStale: boolean; now: number };

type Need = {
  orderId: string;
  icon: LucideIcon;
  tone: 'warning' | 'accent';
  title: string;
  words: string;
};

/** The day so far, and the tables and orders that wait for somebody. */
export function FloorSide({ floor, isStale, now }: FloorSideProps) {
  const { t } = useLingui();
  const needs = useNeeds(floor, now);
  const [, go] = useLocation();
  return (
    <Panel className="FloorSide Scroll" aria-label={t`Today`}>
      <h2 className="FloorSide-title">{t`Today so far`}</h2>
      <Today />
      {isStale && <Banner tone="warning" title={t`These tables may be out of date`} />}
      <h3 className="FloorSide-heading">{t`Needs you`}</h3>
      {floor && needs.length === 0 && (
        <p className="FloorSide-calm">{t`Nobody is waiting for the bill.`}</p>
      )}
      <ul className="FloorSide-needs">
        {needs.map(({ orderId, ...need }) => (
          <li key={orderId}>
            <NeedRow {...need} onOpen={() => go(`/orders/${orderId}`)} />
          </li>
        ))}
      </ul>
      <LastReceipt />
    </Panel>
  );
}

function Today() {
  const { t } = useLingui();
  const format = useFormat();
  const today = useQuery(query(getToday, {}));
  if (today.isPending) return <LoadingState rows={2} />;
  if (!today.data)
    return <p className="FloorSide-calm">{t`The figures cannot be read just now.`}</p>;
  const { total, orders, average, open } = today.data;
  return (
    <div className="FloorSide-stats">
      <Stat value={format.amount(total)} label={t`sales`} />
      <Stat value={format.number(orders)} label={t`orders`} />
      <Stat value={format.amount(average)} label={t`average`} />
      <Stat value={format.amount(open.total)} label={t`still open`} />
    </div>
  );
}

/** Only what the data says: who asked for the bill, and orders without a table that are still open. */
function useNeeds(floor: Floor | undefined, now: number): Need[] {
  const { t } = useLingui();
  const format = useFormat();
  const { title, items } = useOrderWords();
  if (!floor) return [];
  const billing = floor.tables.flatMap(({ order }) =>
    order?.status === 'billing' ? [{ order, since: order.preBillAt ?? order.openedAt }] : [],
  );
  const asked = [...billing]
    .sort((a, b) => a.since - b.since)
    .map(({ order, since }): Need => {
      const minutes = minutesSince(since, now);
      const ago = format.duration(minutes);
      return {
        orderId: order.orderId,
        icon: ReceiptText,
        tone: 'warning',
        title: title(order),
        words: minutes === 0 ? t`asked for the bill just now` : t`asked for the bill ${ago} ago`,
      };
    });
  const counter = floor.counter.map((order): Need => {
    const { number } = order;
    const name = title(order);
    return {
      orderId: order.orderId,
      icon: order.dining === 'to_go' ? ShoppingBag : Zap,
      tone: 'accent',
      title: t`${name} · ${number}`,
      words: [items(order.items), format.amount(order.balance), order.openedBy].join(' · '),
    };
  });
  return [...asked, ...counter];
}
