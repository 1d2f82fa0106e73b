import { useId } from 'react';
import type { ReactNode } from 'react';
import './Switch.css';

type SwitchProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  disabled?: boolean;
};

export function Switch({ label, checked, onChange, hint, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <label className="Switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className="VisuallyHidden"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : id}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="Switch-track" aria-hidden />
      <span className="Switch-words">
        {label}
        {hint !== undefined && (
          <span id={id} className="Switch-hint">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
