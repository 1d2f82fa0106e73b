import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import { editableAmount, parseAmount } from './parse-amount.ts';

type MoneyFieldProps = FieldWords & {
  /** Minor units; undefined while nothing readable stands there. */
  value: number | undefined;
  onChange: (minor: number | undefined) => void;
  exponent: number;
  /** Shown before the amount, such as USD. */
  currency?: string;
  disabled?: boolean;
  required?: boolean;
  name?: string;
};

/** A typed amount: text while it is edited, minor units outside. */
export function MoneyField({
  value,
  onChange,
  exponent,
  currency,
  disabled = false,
  required = false,
  name,
  ...words
}: MoneyFieldProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const shown = draft ?? (value === undefined ? '' : editableAmount(value, exponent));
  const unreadable = shown.trim() !== '' && parseAmount(shown, exponent) === undefined;
  const sample = editableAmount(1250, exponent);
  return (
    <Field
      {...words}
      error={words.error ?? (unreadable ? t`Write an amount like ${sample}` : undefined)}
    >
      {(wiring) => (
        <span className="Field-group">
          {currency !== undefined && <span className="Field-affix">{currency}</span>}
          <input
            {...wiring}
            name={name}
            className="Field-control Field-amount"
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            disabled={disabled}
            required={required}
            value={shown}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setDraft(event.target.value);
              onChange(parseAmount(event.target.value, exponent));
            }}
            onBlur={() => {
              if (!unreadable) setDraft(undefined);
            }}
          />
        </span>
      )}
    </Field>
  );
}
