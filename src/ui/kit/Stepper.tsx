import { useLingui } from '@lingui/react/macro';
import { Minus, Plus } from 'lucide-react';
import { IconButton } from './IconButton.tsx';
import './Stepper.css';

type StepperProps = {
  /** What is counted, for a screen reader. */
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  disabled?: boolean;
};

/** A small count changed by finger, without a keyboard coming up. */
export function Stepper({
  label,
  value,
  onChange,
  min = 0,
  max = 999,
  disabled = false,
}: StepperProps) {
  const { t } = useLingui();
  return (
    <div className="Stepper" role="group" aria-label={label}>
      <IconButton
        label={t`One fewer`}
        icon={<Minus size={20} aria-hidden />}
        disabled={disabled || value <= min}
        onClick={() => onChange(value - 1)}
      />
      <output className="Stepper-value" aria-live="polite">
        {value}
      </output>
      <IconButton
        label={t`One more`}
        icon={<Plus size={20} aria-hidden />}
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      />
    </div>
  );
}
