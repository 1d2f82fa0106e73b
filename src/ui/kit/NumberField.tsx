import { Minus, Plus } from 'lucide-react';
import {
  Button as AriaButton,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
} from 'react-aria-components/NumberField';
import { FieldNotes } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import './Button.css';
import './IconButton.css';
import './NumberField.css';

type NumberFieldProps = FieldWords & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Intl's own options; `{ style: 'percent' }` edits 0.19 as 19 %. */
  format?: Intl.NumberFormatOptions;
  disabled?: boolean;
};

export function NumberField({
  label,
  hint,
  error,
  hideLabel = false,
  value,
  onChange,
  min,
  max,
  step,
  format,
  disabled = false,
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className="Field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      {...(format === undefined ? {} : { formatOptions: format })}
    >
      <Label className={hideLabel ? 'VisuallyHidden' : 'Field-label'}>{label}</Label>
      <Group className="NumberField-group">
        <AriaButton slot="decrement" className="Button IconButton">
          <Minus size={20} aria-hidden />
        </AriaButton>
        <Input className="Field-control NumberField-input" />
        <AriaButton slot="increment" className="Button IconButton">
          <Plus size={20} aria-hidden />
        </AriaButton>
      </Group>
      <FieldNotes hint={hint} error={error} />
    </AriaNumberField>
  );
}
