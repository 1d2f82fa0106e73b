import type { ComponentPropsWithRef } from 'react';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';

type TextAreaProps = FieldWords &
  Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange'> & {
    value: string;
    onChange: (value: string) => void;
  };

export function TextArea({
  label,
  hint,
  error,
  hideLabel = false,
  value,
  onChange,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          className="Field-control Scroll"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
