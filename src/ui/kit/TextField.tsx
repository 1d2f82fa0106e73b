import type { ComponentPropsWithRef } from 'react';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';

type TextFieldProps = FieldWords &
  Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange'> & {
    value: string;
    onChange: (value: string) => void;
  };

export function TextField({
  label,
  hint,
  error,
  hideLabel = false,
  value,
  onChange,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(wiring) => (
        <input
          autoComplete="off"
          {...rest}
          {...wiring}
          className="Field-control"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
