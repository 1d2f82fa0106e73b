import { useLingui } from '@lingui/react/macro';
import { Delete } from 'lucide-react';
import type { ReactNode } from 'react';
import './Keypad.css';

export type KeypadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | 'delete';

type KeypadProps = {
  label: string;
  onKey: (key: KeypadKey) => void;
  /** What stands at the lower left: a second nought for amounts, or something of the screen's own. */
  corner?: '00' | ReactNode;
  disabled?: boolean;
  size?: 'm' | 'l';
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Big plain buttons. Figures read left to right in every language, so the pad does too. */
export function Keypad({ label, onKey, corner, disabled = false, size = 'm' }: KeypadProps) {
  const { t } = useLingui();
  const key = (value: KeypadKey, face: ReactNode = value, name?: string) => (
    <button
      key={value}
      type="button"
      className="Keypad-key"
      disabled={disabled}
      aria-label={name}
      onClick={() => onKey(value)}
    >
      {face}
    </button>
  );
  return (
    <div className="Keypad" role="group" aria-label={label} dir="ltr" data-size={size}>
      {digits.map((digit) => key(digit))}
      {corner === '00' ? key('00') : (corner ?? <span />)}
      {key('0')}
      {key('delete', <Delete size={26} aria-hidden />, t`Delete the last digit`)}
    </div>
  );
}
