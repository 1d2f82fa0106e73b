import { useLingui } from '@lingui/react/macro';
import { Check, ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox';
import { FieldNotes } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import './Float.css';
import './Select.css';
import './ComboBox.css';

type ComboBoxProps<Id extends string> = FieldWords & {
  value: Id | undefined;
  onChange: (id: Id) => void;
  options: readonly { id: Id; label: string; hint?: string }[];
  placeholder?: string;
  disabled?: boolean;
};

/** A long list that is typed into: time zones, currencies, countries. */
export function ComboBox<Id extends string>({
  label,
  hint,
  error,
  hideLabel = false,
  value,
  onChange,
  options,
  placeholder,
  disabled = false,
}: ComboBoxProps<Id>) {
  const { t } = useLingui();
  return (
    <AriaComboBox
      className="Field"
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      defaultItems={options}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      menuTrigger="focus"
    >
      <Label className={hideLabel ? 'VisuallyHidden' : 'Field-label'}>{label}</Label>
      <span className="ComboBox-group">
        <Input className="Field-control ComboBox-input" placeholder={placeholder ?? ''} />
        <AriaButton className="ComboBox-button">
          <ChevronDown size={18} aria-hidden />
        </AriaButton>
      </span>
      <FieldNotes hint={hint} error={error} />
      <Popover className="Float Select-float" offset={6}>
        <ListBox<(typeof options)[number]>
          className="Float-list Select-list"
          renderEmptyState={() => <p className="Select-empty">{t`Nothing found`}</p>}
        >
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="Float-item Select-option"
            >
              <span className="Select-words">{option.label}</span>
              {option.hint !== undefined && <span className="Menu-hint">{option.hint}</span>}
              <Check size={18} aria-hidden className="Select-check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
