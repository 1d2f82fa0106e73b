import { useLingui } from '@lingui/react/macro';
import type { Order } from '../../../domain/order/order.ts';
import type { Site } from '../../../domain/site/site.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { likelyNotes } from '../../order/likely-notes.ts';
import type { PaymentEntry } from './use-payment.ts';
import { planPayment } from './plan-payment.ts';
import './NoteButtons.css';

type NoteButtonsProps = { entry: PaymentEntry; order: Order; site: Site };

/** The exact amount, and the notes that a guest may well hold out. Only cash has notes. */
export function NoteButtons({ entry, order, site }: NoteButtonsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const kind = entry.tender?.kind ?? 'cash';
  const { due } = planPayment(order, kind, undefined, entry.tip);
  const amounts = kind === 'cash' ? likelyNotes(due, site, 6) : [due];
  return (
    <div className="NoteButtons" role="group" aria-label={t`Amount`}>
      {amounts.map((amount, index) => (
        <button
          key={amount}
          type="button"
          className="NoteButtons-one"
          aria-pressed={entry.plan.tendered === amount}
          disabled={entry.isTaking}
          onClick={() => entry.tapNote(amount)}
        >
          <span>{format.amount(amount)}</span>
          {index === 0 && <span className="NoteButtons-exact">{t`exact`}</span>}
        </button>
      ))}
    </div>
  );
}
