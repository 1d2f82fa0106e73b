import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { Tender } from '../../../domain/site/site.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { useStable } from '../../order/use-stable.ts';
import type { PaymentEntry } from './use-payment.ts';

/** Paying by keys: figures type the amount, Enter takes it. */
export function usePayKeys(entry: PaymentEntry, tenders: readonly Tender[]): void {
  const { t } = useLingui();
  const card = tenders.find((tender) => tender.kind === 'card')?.tenderId;
  const onCash = useStable(() => entry.takeExactCash());
  const onCard = useStable(() => {
    if (card !== undefined) entry.chooseTender(card);
  });
  useShortcuts(
    useMemo(
      () => [
        { keys: 'F8', words: t`Exact cash`, run: onCash },
        { keys: 'F9', words: t`Pay by card`, run: onCard },
      ],
      [t, onCash, onCard],
    ),
  );
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
    const digit = /^\d$/.exec(event.key)?.[0];
    if (digit !== undefined)
      entry.type(digit as '0'); // one of ten figures, all of them keys of the pad
    else if (event.key === 'Backspace') entry.type('delete');
    else if (event.key === 'Escape') entry.clear();
    // Enter on a button is that button's own.
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      if (entry.plan.refusal === undefined) entry.take();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
