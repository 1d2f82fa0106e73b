import { useState } from 'react';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import { editableAmount, parseAmount } from './parse-amount.ts';
import './PercentField.css';

type PercentFieldProps = FieldWords & {
  /** Parts per million: 190000 is 19 %. */
  valuePpm: number;
  onChange: (ratePpm: number) => void;
};

/** Four decimals of a per cent are parts per million, exactly; no float takes part. */
const decimals = 4;

export function PercentField({ valuePpm, onChange, ...words }: PercentFieldProps) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const settled = editableAmount(valuePpm, decimals).replace(/\.?0+$/, '');
  return (
    <Field {...words}>
      {(wiring) => (
        <span className="PercentField">
          <input
            {...wiring}
            className="Field-control Field-amount"
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            value={draft ?? settled}
            onChange={(event) => {
              setDraft(event.target.value);
              const ppm = parseAmount(event.target.value, decimals);
              if (ppm !== undefined && ppm >= 0 && ppm <= 1_000_000) onChange(ppm);
            }}
            onBlur={() => setDraft(undefined)}
          />
          <span className="PercentField-sign" aria-hidden>
            %
          </span>
        </span>
      )}
    </Field>
  );
}
