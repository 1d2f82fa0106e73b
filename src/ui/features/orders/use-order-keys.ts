import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { RefObject } from 'react';
import { useLocation } from 'wouter';
import { useShortcuts } from '../../kit/shortcuts.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import type { MenuBoardState } from './use-menu-board.ts';
import type { OrderTaps } from './use-order-taps.ts';
import { useStable } from '../../order/use-stable.ts';
import type { Settle } from './use-settle.ts';

type OrderKeys = {
  searchField: RefObject<HTMLInputElement | null>;
  board: MenuBoardState;
  taps: OrderTaps;
  settle: Settle;
  desk: OrderOnScreen;
};

/** The order screen without a mouse: typing finds, digits count, function keys send and pay. */
export function useOrderKeys({ searchField, board, taps, settle, desk }: OrderKeys): void {
  const { t } = useLingui();
  const [, go] = useLocation();
  const focusSearch = useStable(() => searchField.current?.focus());
  const send = useStable(() => taps.sendToKitchen());
  const cash = useStable(() => settle.payExact());
  const undo = useStable(() => taps.undo());
  const pay = useStable((tender: string) => {
    if ((desk.order?.lines.length ?? 0) > 0) go(`/orders/${desk.view.orderId}/pay${tender}`);
  });
  useShortcuts(
    useMemo(
      () => [
        { keys: '/', words: t`Search the menu`, run: focusSearch },
        { keys: 'F4', words: t`Send to the kitchen`, run: send },
        { keys: 'F6', words: t`Pay`, run: () => pay('') },
        { keys: 'F8', words: t`Exact cash`, run: cash },
        { keys: 'F9', words: t`Pay by card`, run: () => pay('?card') },
        { keys: 'Ctrl+z', words: t`Undo`, run: undo },
      ],
      [t, focusSearch, send, pay, cash, undo],
    ),
  );

  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      isInField(event.target) ||
      document.querySelector('[role="dialog"], [role="alertdialog"]')
    ) {
      return;
    }
    if (/^\d$/.test(event.key)) board.typeCount(event.key);
    else if (event.key === 'Escape') {
      board.clearCount();
      board.select(undefined);
    }
    // Focus moves on the way down, so the letter itself lands in the field.
    else if (/^\p{L}$/u.test(event.key)) searchField.current?.focus();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
