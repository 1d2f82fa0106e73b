import { useEffect, useEffectEvent } from 'react';

type PinKeys = {
  type: (digit: string) => void;
  erase: () => void;
  enter: () => void;
  clear: () => void;
  enabled: boolean;
};

/** The keyboard types the PIN from wherever the focus is, as it would on a terminal. */
export function usePinKeys({ type, erase, enter, clear, enabled }: PinKeys): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) type(event.key);
    else if (event.key === 'Backspace') erase();
    else if (event.key === 'Escape') clear();
    // Enter on a button is that button's own.
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) enter();
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listener = (event: KeyboardEvent) => heard(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [enabled]);
}
