import { useFormat } from '../../i18n/use-format.ts';
import './Digits.css';

type DigitsProps = {
  label: string;
  amount: number;
  tone?: 'text' | 'positive' | 'accent' | 'muted';
  isEnd?: boolean;
};

/** An amount that is read from across the counter. */
export function Digits({ label, amount, tone = 'text', isEnd = false }: DigitsProps) {
  const shown = useFormat().amount(amount);
  return (
    <p
      className="Digits"
      data-tone={tone}
      data-end={isEnd || undefined}
      data-long={shown.length > 7 || undefined}
      aria-live="polite"
      aria-atomic
    >
      <span className="Digits-label">{label}</span> <span className="Digits-amount">{shown}</span>
    </p>
  );
}
