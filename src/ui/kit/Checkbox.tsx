import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import './Switch.css';

type CheckboxProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

export function Checkbox({ label, checked, onChange, disabled = false }: CheckboxProps) {
  return (
    <label className="Checkbox">
      <input
        type="checkbox"
        className="VisuallyHidden"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="Checkbox-box" aria-hidden>
        <Check size={18} strokeWidth={3} />
      </span>
      <span>{label}</span>
    </label>
  );
}
