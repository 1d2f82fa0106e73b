import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { getSite } from '../../../contract/site.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { query } from '../../api/query.ts';
import '../../app/Till.css';
import { TopBar } from '../../app/TopBar.tsx';
import { Button } from '../../kit/Button.tsx';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { useOrder } from '../../order/use-order.ts';
import { useOrderWords } from '../../order/use-order-words.ts';
import { PaidPanel } from './PaidPanel.tsx';
import { PayBill } from './PayBill.tsx';
import { PayPanel } from './PayPanel.tsx';
import './PayScreen.css';

/** `/orders/:orderId/pay`: what is due, how it is paid, and once the server has it, what to give back. */
export function PayScreen() {
  const { t, i18n } = useLingui();
  const { orderId = '' } = useParams();
  const [, go] = useLocation();
  const words = useOrderWords();
  const desk = useOrder(orderId);
  const site = useQuery(query(getSite, {}));
  const { order, known, view } = desk;
  // The table had an order already: that one is being paid (O5).
  useEffect(() => {
    if (view.orderId !== orderId) go(`/orders/${view.orderId}/pay`, { replace: true });
  }, [view.orderId, orderId, go]);
  const isPaid = known?.order.status === 'paid';
  const failure = (!order && desk.error) || (!site.data && site.error);
  return (
    <div className="Till-screen PayScreen">
      <TopBar
        title={order ? words.title(order) : t`Pay`}
        onBack={() => go(isPaid ? '/floor' : `/orders/${view.orderId}`)}
      >
        {order && order.number > 0 && (
          <span className="PayScreen-number">{t`Order ${order.number}`}</span>
        )}
      </TopBar>
      <main className="PayScreen-body">
        {failure ? (
          <Panel className="PayScreen-state">
            <ErrorState
              title={problemWords(i18n, failure)}
              reference={problemReference(failure)}
              onRetry={() => {
                desk.refetch();
                void site.refetch();
              }}
              actions={<Button onClick={() => go('/floor')}>{t`To the floor`}</Button>}
            />
          </Panel>
        ) : order && site.data ? (
          <>
            <PayBill desk={desk} order={order} />
            {isPaid ? (
              <PaidPanel order={known.order} bill={known.bill} site={site.data.site} />
            ) : (
              <PayPanel
                desk={desk}
                order={order}
                site={site.data.site}
                tenders={site.data.tenders.filter((tender) => tender.active)}
              />
            )}
          </>
        ) : (
          <Panel className="PayScreen-state">
            <LoadingState rows={6} />
          </Panel>
        )}
      </main>
    </div>
  );
}
