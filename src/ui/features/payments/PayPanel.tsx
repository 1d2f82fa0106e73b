import { useLingui } from '@lingui/react/macro';
import { Banknote, CreditCard, HandCoins, Ticket } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Order, TenderKind } from '../../../domain/order/order.ts';
import type { Site, Tender } from '../../../domain/site/site.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { Keypad } from '../../kit/Keypad.tsx';
import { Panel } from '../../kit/Panel.tsx';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { Digits } from './Digits.tsx';
import { NoteButtons } from './NoteButtons.tsx';
import { TipRow } from './TipRow.tsx';
import { usePayKeys } from './use-pay-keys.ts';
import { usePayment } from './use-payment.ts';
import './PayPanel.css';

type PayPanelProps = {
  desk: OrderOnScreen;
  order: Order;
  site: Site;
  tenders: readonly Tender[];
};

const icons: Record<TenderKind, ReactNode> = {
  cash: <Banknote size={22} aria-hidden />,
  card: <CreditCard size={22} aria-hidden />,
  wallet: <Ticket size={22} aria-hidden />,
};

/** How a bill is paid: tender, amount, tip, and one big button that says what it will do. */
export function PayPanel({ desk, order, site, tenders }: PayPanelProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const entry = usePayment(desk, order, tenders);
  usePayKeys(entry, tenders);
  const { plan, tender, isTaking, failure } = entry;
  const stalled = isTaking ? desk.view.stalledBy : null;
  const isShort = plan.refusal === undefined && plan.rest > 0;
  return (
    <Panel className="PayPanel" aria-label={t`Payment`}>
      <div className="PayPanel-figures">
        <Digits label={t`To pay`} amount={plan.due} />
        {entry.target === 'tip' ? (
          <Digits label={t`Tip`} amount={plan.tip} tone="accent" isEnd />
        ) : isShort ? (
          <Digits label={t`Then still to pay`} amount={plan.rest} tone="muted" isEnd />
        ) : tender?.kind === 'cash' ? (
          <Digits label={t`Change`} amount={plan.change} tone="positive" isEnd />
        ) : null}
      </div>
      <div className="PayPanel-tenders" role="group" aria-label={t`Tender`}>
        {tenders.map((each) => (
          <button
            key={each.tenderId}
            type="button"
            className="PayPanel-tender"
            aria-pressed={each === tender}
            disabled={isTaking}
            onClick={() => entry.chooseTender(each.tenderId)}
          >
            {icons[each.kind]}
            <span>{each.name}</span>
          </button>
        ))}
      </div>
      <div className="PayPanel-entry">
        <Keypad
          label={entry.target === 'tip' ? t`Tip` : t`Amount`}
          corner="00"
          disabled={isTaking}
          onKey={entry.type}
        />
        <div className="PayPanel-side">
          <NoteButtons entry={entry} order={order} site={site} />
          <TipRow entry={entry} order={order} />
        </div>
      </div>
      <div className="PayPanel-words" aria-live="polite">
        {stalled ? (
          <Banner tone="warning" title={t`Not confirmed yet`}>
            {t`Do not take the money a second time: this payment is being asked for again until the till answers.`}
          </Banner>
        ) : failure ? (
          <Banner tone="danger" title={t`Not paid: ${problemWords(i18n, failure)}`}>
            {problemReference(failure)}
          </Banner>
        ) : plan.excess > 0 ? (
          <Banner
            tone="warning"
            title={t`That is ${format.amount(plan.excess)} more than is due`}
            actions={
              <Button
                variant="soft"
                icon={<HandCoins size={20} aria-hidden />}
                onClick={entry.restAsTip}
              >
                {t`The rest is a tip`}
              </Button>
            }
          >
            {t`A card or wallet gives no change.`}
          </Banner>
        ) : null}
      </div>
      <Button
        className="PayPanel-take"
        size="xl"
        variant="pay"
        block
        busy={isTaking}
        disabled={!tender || plan.refusal !== undefined}
        onClick={entry.take}
      >
        <TakeWords entry={entry} />
      </Button>
    </Panel>
  );
}

/** What the button will do; for a card only that somebody has seen the terminal take it (P10). */
function TakeWords({ entry }: { entry: ReturnType<typeof usePayment> }) {
  const { t } = useLingui();
  const format = useFormat();
  const { plan, tender, isTaking } = entry;
  const amount = format.amount(plan.tendered);
  const change = format.amount(plan.change);
  if (isTaking) return t`Saving ${amount} …`;
  if (tender?.kind === 'card') return t`Confirm that the terminal took ${amount}`;
  if (tender?.kind === 'wallet') return t`Confirm ${amount} by ${tender.name}`;
  return plan.change > 0 ? t`Take ${amount} · give ${change}` : t`Take ${amount}`;
}
