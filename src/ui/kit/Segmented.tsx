import { useId } from 'react';
import type { ReactNode } from 'react';
import './Segmented.css';

type SegmentedProps<Id extends string> = {
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  options: readonly { id: Id; label: ReactNode; icon?: ReactNode; disabled?: boolean }[];
  block?: boolean;
};

/** One of a few, all in view. Native radio buttons: arrows move, the group is one tab stop. */
export function Segmented<Id extends string>({
  label,
  value,
  onChange,
  options,
  block = false,
}: SegmentedProps<Id>) {
  const name = useId();
  return (
    <div className="Segmented" role="radiogroup" aria-label={label} data-block={block || undefined}>
      {options.map((option) => (
        <label key={option.id} className="Segmented-option">
          <input
            type="radio"
            className="VisuallyHidden"
            name={name}
            checked={option.id === value}
            disabled={option.disabled ?? false}
            onChange={() => onChange(option.id)}
          />
          <span className="Segmented-face">
            {option.icon}
            {option.label}
          </span>
        </label>
      ))}
    </div>
  );
}
