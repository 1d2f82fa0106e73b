import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components/Select';
import { FieldNotes } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import './Menu.css';
import './Float.css';
import './Select.css';

type SelectProps<Id extends string> = FieldWords & {
  value: Id | undefined;
  onChange: (id: Id) => void;
  options: readonly { id: Id; label: string; icon?: ReactNode; hint?: ReactNode }[];
  placeholder?: string;
  disabled?: boolean;
};

export function Select<Id extends string>({
  label,
  hint,
  error,
  hideLabel = false,
  value,
  onChange,
  options,
  placeholder,
  disabled = false,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      className="Field"
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={hideLabel ? 'VisuallyHidden' : 'Field-label'}>{label}</Label>
      <AriaButton className="Field-control Select-button">
        <SelectValue className="Select-value" />
        <ChevronDown size={18} aria-hidden className="Select-chevron" />
      </AriaButton>
      <FieldNotes hint={hint} error={error} />
      <Popover className="Float Select-float" offset={6}>
        <ListBox className="Float-list Select-list">
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className="Float-item Select-option"
            >
              {option.icon}
              <span className="Select-words">{option.label}</span>
              {option.hint !== undefined && <span className="Menu-hint">{option.hint}</span>}
              <Check size={18} aria-hidden className="Select-check" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
