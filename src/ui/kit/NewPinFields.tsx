import { useLingui } from '@lingui/react/macro';
import { TextField } from './TextField.tsx';

/** A new PIN and its repetition, as typed so far. */
export type NewPin = { readonly pin: string; readonly again: string };
export const noPin: NewPin = { pin: '', again: '' };

/** Four to eight digits, typed twice alike. */
export function isGoodPin({ pin, again }: NewPin): boolean {
  return /^\d{4,8}$/.test(pin) && pin === again;
}

type NewPinFieldsProps = {
  value: NewPin;
  onChange: (value: NewPin) => void;
  label?: string;
  hint?: string;
  /** Shows what is wrong also before both fields were left. */
  tried: boolean;
};

export function NewPinFields({ value, onChange, label, hint, tried }: NewPinFieldsProps) {
  const { t } = useLingui();
  const isShort = !/^\d{4,8}$/.test(value.pin);
  const digits = (typed: string) => typed.replace(/\D/g, '').slice(0, 8);
  const field = {
    type: 'password',
    inputMode: 'numeric',
    autoComplete: 'new-password',
  } as const;
  return (
    <>
      <TextField
        {...field}
        label={label ?? t`New PIN`}
        hint={hint ?? t`4 to 8 digits`}
        value={value.pin}
        error={tried && isShort ? t`A PIN is 4 to 8 digits.` : undefined}
        onChange={(typed) => onChange({ ...value, pin: digits(typed) })}
      />
      <TextField
        {...field}
        label={t`The same PIN again`}
        value={value.again}
        error={
          value.pin !== value.again && (tried || value.again.length >= value.pin.length)
            ? value.again === '' && !tried
              ? undefined
              : t`The two are not the same.`
            : undefined
        }
        onChange={(typed) => onChange({ ...value, again: digits(typed) })}
      />
    </>
  );
}
