import { useLingui } from '@lingui/react/macro';
import { add, splitEvenly, subtract } from '../../../domain/money.ts';
import type { Money } from '../../../domain/money.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { Site } from '../../../domain/site/site.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { likelyNotes } from '../../order/likely-notes.ts';
import type { PaymentEntry } from './use-payment.ts';
import { planPayment } from './plan-payment.ts';
import './NoteButtons.css';

type NoteButtonsProps = { entry: PaymentEntry; order: Order; site: Site };
type Choice = { readonly amount: Money; readonly words: string };

/** The exact amount, and what else is likely: notes held out for cash, a friend's part by card. */
export function NoteButtons({ entry, order, site }: NoteButtonsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const kind = entry.tender?.kind ?? 'cash';
  const { due } = planPayment(order, kind, undefined, entry.tip);
  const rest = subtract(due, entry.tip);
  const partOf = (people: number): Money => add(splitEvenly(rest, people)[0] ?? rest, entry.tip);
  const choices: Choice[] =
    kind === 'cash'
      ? likelyNotes(due, site, 6).map((amount, i) => ({ amount, words: i === 0 ? t`exact` : '' }))
      : [
          { amount: due, words: t`exact` },
          { amount: partOf(2), words: t`a half` },
          { amount: partOf(3), words: t`a third` },
          { amount: partOf(4), words: t`a quarter` },
        ];
  return (
    <div className="NoteButtons" role="group" aria-label={t`Amount`}>
      {choices.map(({ amount, words }) => (
        <button
          key={`${amount} ${words}`}
          type="button"
          className="NoteButtons-one"
          aria-pressed={entry.plan.tendered === amount}
          disabled={entry.isTaking}
          onClick={() => entry.tapNote(amount)}
        >
          <span>{format.amount(amount)}</span>
          {words !== '' && <span className="NoteButtons-words">{words}</span>}
        </button>
      ))}
    </div>
  );
}
