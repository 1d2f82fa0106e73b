import { useLingui } from '@lingui/react/macro';
import { CircleCheck, Printer, ReceiptText, Users, Zap } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Bill } from '../../../domain/bill/bill.ts';
import { add } from '../../../domain/money.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { Site } from '../../../domain/site/site.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLock } from '../../app/session.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { usePrintReceipt } from '../../paper/use-print-receipt.tsx';
import { Digits } from './Digits.tsx';
import './PaidPanel.css';

/** Long enough to count out the change. */
const lockAfterMs = 15_000;

/** Shown only once the server has committed the payment to its disk (S2). */
export function PaidPanel({ order, bill, site }: { order: Order; bill: Bill; site: Site }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const [, go] = useLocation();
  const lock = useLock();
  const receipt = usePrintReceipt();
  const [failure, setFailure] = useState<unknown>(undefined);
  const next = useRef<HTMLButtonElement>(null);
  const paid = add(bill.total, ...order.payments.map((payment) => payment.rounding));
  const tips = add(...order.payments.map((payment) => payment.tip));
  const change = add(...order.payments.map((payment) => payment.change));
  useEffect(() => next.current?.focus(), []);

  const leave = useEffectEvent((address: string) => {
    go(address);
    if (site.lockAfterSale) lock('asked');
  });
  useEffect(() => {
    if (!site.lockAfterSale) return undefined;
    const timer = setTimeout(() => leave('/floor'), lockAfterMs);
    return () => clearTimeout(timer);
  }, [site.lockAfterSale]);
  const to = (address: string) => {
    go(address);
    if (site.lockAfterSale) lock('asked');
  };
  const print = async () => {
    setFailure(undefined);
    try {
      await receipt.print(order.orderId);
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <Panel className="PaidPanel" aria-label={t`Paid`}>
      <p className="PaidPanel-done" role="status">
        <CircleCheck size={34} aria-hidden />
        <span>
          {t`Paid`}
          <span className="PaidPanel-receipt">{t`Receipt ${order.receiptNumber}`}</span>
        </span>
      </p>
      <div className="PaidPanel-figures">
        <Digits label={t`Paid`} amount={paid} />
        {change > 0 && <Digits label={t`Change`} amount={change} tone="positive" isEnd />}
      </div>
      <ul className="PaidPanel-payments">
        {order.payments.map((payment) => (
          <li key={payment.paymentId}>
            <span>{payment.tender}</span>
            <span>{format.amount(payment.tendered)}</span>
          </li>
        ))}
        {tips > 0 && (
          <li className="PaidPanel-tip">
            <span>{t`of which tip`}</span>
            <span>{format.amount(tips)}</span>
          </li>
        )}
      </ul>
      {failure !== undefined && (
        <Banner tone="danger" title={t`The receipt was not printed`}>
          {problemWords(i18n, failure)} {t`The payment is safe.`}
        </Banner>
      )}
      <div className="PaidPanel-choices">
        <Button
          size="xl"
          variant="soft"
          busy={receipt.isBusy}
          icon={<Printer size={22} aria-hidden />}
          onClick={() => void print()}
        >
          {t`Print`}
        </Button>
        <Button
          size="xl"
          variant="soft"
          icon={<ReceiptText size={22} aria-hidden />}
          onClick={() => go(`/receipts/${order.orderId}`)}
        >
          {t`Show receipt`}
        </Button>
        <Button
          size="xl"
          variant={order.tableId === null ? 'soft' : 'accent'}
          ref={order.tableId === null ? undefined : next}
          icon={<Users size={22} aria-hidden />}
          onClick={() => to('/floor')}
        >
          {t`To the floor`}
        </Button>
        <Button
          size="xl"
          variant={order.tableId === null ? 'accent' : 'soft'}
          ref={order.tableId === null ? next : undefined}
          icon={<Zap size={22} aria-hidden />}
          onClick={() => to(order.dining === 'to_go' ? '/orders/new?to_go' : '/orders/new?quick')}
        >
          {t`New sale`}
        </Button>
      </div>
      {site.lockAfterSale && (
        <p className="PaidPanel-locks">{t`The screen locks by itself in a moment.`}</p>
      )}
      {receipt.area}
    </Panel>
  );
}
