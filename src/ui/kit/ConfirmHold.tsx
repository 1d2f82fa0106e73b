import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import './Button.css';
import './ConfirmHold.css';

type ConfirmHoldProps = {
  children: ReactNode;
  onConfirm: () => void;
  icon?: ReactNode;
  holdMs?: number;
  disabled?: boolean;
  variant?: 'danger' | 'pay';
};

/**
 * For what cannot be undone: held, not tapped. A screen reader's click has no length, so there a
 * second click within four seconds confirms.
 */
export function ConfirmHold({
  children,
  onConfirm,
  icon,
  holdMs = 900,
  disabled = false,
  variant = 'danger',
}: ConfirmHoldProps) {
  const { t } = useLingui();
  const [state, setState] = useState<'idle' | 'holding' | 'armed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const stop = () => {
    clearTimeout(timer.current);
    setState('idle');
  };
  const start = () => {
    if (disabled || state === 'holding') return;
    clearTimeout(timer.current);
    setState('holding');
    timer.current = setTimeout(() => {
      setState('idle');
      onConfirm();
    }, holdMs);
  };
  const virtualClick = () => {
    if (state === 'armed') {
      stop();
      onConfirm();
      return;
    }
    setState('armed');
    timer.current = setTimeout(() => setState('idle'), 4000);
  };

  return (
    <button
      type="button"
      className="Button ConfirmHold"
      data-variant={variant}
      data-size="l"
      data-state={state}
      disabled={disabled}
      style={{ ['--hold' as string]: `${holdMs}ms` }}
      onPointerDown={(event) => {
        if (event.button === 0) start();
      }}
      onPointerUp={() => state === 'holding' && stop()}
      onPointerLeave={() => state === 'holding' && stop()}
      onPointerCancel={() => state === 'holding' && stop()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        if (!event.repeat) start();
      }}
      onKeyUp={(event) => {
        if ((event.key === 'Enter' || event.key === ' ') && state === 'holding') stop();
      }}
      onBlur={() => state !== 'idle' && stop()}
      onClick={(event) => {
        // Only assistive technology clicks without a pointer: real presses have gone through the hold.
        if (event.detail === 0) virtualClick();
      }}
    >
      <span className="ConfirmHold-fill" aria-hidden />
      <span className="ConfirmHold-face">
        {icon}
        <span className="Button-words">
          {state === 'armed' ? t`Press again to confirm` : children}
        </span>
      </span>
      <span className="VisuallyHidden">{t`Hold to confirm`}</span>
    </button>
  );
}
