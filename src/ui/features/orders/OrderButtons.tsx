import { useLingui } from '@lingui/react/macro';
import { ChefHat } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Site } from '../../../domain/site/site.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { likelyNotes } from '../../order/likely-notes.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { cashOf } from './use-order-taps.ts';
import type { OrderTaps } from './use-order-taps.ts';
import type { Settle } from './use-settle.ts';
import './OrderButtons.css';

type OrderButtonsProps = {
  desk: OrderOnScreen;
  taps: OrderTaps;
  settle: Settle;
  site: Site | undefined;
  canSell: boolean;
};

/** Send and Pay; without a table also cash at once, exact or of a note. */
export function OrderButtons({ desk, taps, settle, site, canSell }: OrderButtonsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [, go] = useLocation();
  const { order, balance, view } = desk;
  const live = order?.lines.filter((line) => line.voided === null) ?? [];
  const unsent = live
    .filter((line) => line.sentAt === null)
    .reduce((sum, line) => sum + line.quantity, 0);
  const due = balance === undefined ? '' : format.amount(balance);
  const isIdle = !canSell || live.length === 0 || settle.isPaying;
  const paysHere = order !== undefined && order.tableId === null && settle.hasCash;
  return (
    <div className="OrderButtons">
      {order && site && paysHere && !isIdle && settle.canPay && (
        <div className="OrderButtons-cash" role="group" aria-label={t`Cash`}>
          {likelyNotes(cashOf(order).due, site, 4).map((note, index) => (
            <Button
              key={note}
              variant="soft"
              className="OrderButtons-note"
              onClick={() => settle.payCash(note)}
            >
              <span className="OrderButtons-figure">{format.amount(note)}</span>{' '}
              <span className="OrderButtons-hint">{index === 0 ? t`exact cash` : t`cash`}</span>
            </Button>
          ))}
        </div>
      )}
      <div className="OrderButtons-big">
        <Button
          size="xl"
          variant="soft"
          icon={<ChefHat size={22} aria-hidden />}
          disabled={isIdle || unsent === 0}
          aria-keyshortcuts="F4"
          onClick={taps.sendToKitchen}
        >
          {live.length === 0 ? t`Send` : unsent === 0 ? t`Sent` : t`Send ${unsent}`}
        </Button>
        <Button
          size="xl"
          variant="pay"
          className="OrderButtons-pay"
          disabled={(isIdle || !settle.canPay) && !settle.isPaying}
          busy={settle.isPaying}
          onClick={() => go(`/orders/${view.orderId}/pay`)}
        >
          {live.length === 0 ? t`Pay` : t`Pay ${due}`}
        </Button>
      </div>
    </div>
  );
}
