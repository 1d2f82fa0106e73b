import { useLingui } from '@lingui/react/macro';
import { HandHeart } from 'lucide-react';
import { share } from '../../../domain/money.ts';
import { billOfOrder } from '../../../domain/order/bill-of-order.ts';
import type { Order } from '../../../domain/order/order.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { PaymentEntry } from './use-payment.ts';
import './TipRow.css';

const usualPpm = [50_000, 100_000] as const;

/** A tip on top, in a ledger of its own (P5). Tapped again it is gone. */
export function TipRow({ entry, order }: { entry: PaymentEntry; order: Order }) {
  const { t } = useLingui();
  const format = useFormat();
  const { total } = billOfOrder(order);
  const shares = usualPpm.map((ppm) => ({ ppm, amount: share(total, ppm, 'half_away') }));
  const isOther =
    entry.target === 'tip' || (entry.tip > 0 && shares.every(({ amount }) => amount !== entry.tip));
  return (
    <div className="TipRow" role="group" aria-label={t`Tip`}>
      <HandHeart size={20} aria-hidden className="TipRow-icon" />
      <span className="TipRow-label">{t`Tip`}</span>
      {shares.map(({ ppm, amount }) => (
        <button
          key={ppm}
          type="button"
          className="TipRow-one"
          aria-pressed={entry.tip > 0 && entry.tip === amount}
          disabled={entry.isTaking || amount === 0}
          onClick={() => entry.tipShare(ppm)}
        >
          {format.percentPpm(ppm)}
        </button>
      ))}
      <button
        type="button"
        className="TipRow-one"
        aria-pressed={isOther}
        disabled={entry.isTaking}
        onClick={entry.tipOther}
      >
        {isOther && entry.tip > 0 ? format.amount(entry.tip) : t`other`}
      </button>
    </div>
  );
}
