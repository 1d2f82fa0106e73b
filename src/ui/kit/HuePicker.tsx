import { useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { CSSProperties } from 'react';
import './HuePicker.css';

/** Hues far enough apart to be told from each other on a tinted tile. */
const hues = [
  { hue: 25, name: msg`Red` },
  { hue: 50, name: msg`Orange` },
  { hue: 85, name: msg`Amber` },
  { hue: 115, name: msg`Olive` },
  { hue: 145, name: msg`Green` },
  { hue: 175, name: msg`Teal` },
  { hue: 205, name: msg`Cyan` },
  { hue: 235, name: msg`Blue` },
  { hue: 265, name: msg`Indigo` },
  { hue: 295, name: msg`Violet` },
  { hue: 325, name: msg`Pink` },
  { hue: 0, name: msg`Rose` },
] as const;

type HuePickerProps = { label: string; value: number; onChange: (hue: number) => void };

export function HuePicker({ label, value, onChange }: HuePickerProps) {
  const { t } = useLingui();
  const name = useId();
  const nearest = hues.reduce((best, one) =>
    hueDistance(one.hue, value) < hueDistance(best.hue, value) ? one : best,
  );
  return (
    <fieldset className="HuePicker">
      <legend className="Field-label">{label}</legend>
      <div className="HuePicker-hues">
        {hues.map((one) => {
          const style: CSSProperties & Record<'--hue', number> = { '--hue': one.hue };
          return (
            <label key={one.hue} className="HuePicker-hue Tinted" style={style} title={t(one.name)}>
              <input
                type="radio"
                className="VisuallyHidden"
                name={name}
                checked={one.hue === nearest.hue}
                aria-label={t(one.name)}
                onChange={() => onChange(one.hue)}
              />
              <span className="HuePicker-face" aria-hidden>
                <Check size={20} strokeWidth={3} />
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function hueDistance(a: number, b: number): number {
  const apart = Math.abs(a - b) % 360;
  return Math.min(apart, 360 - apart);
}
