import { useLingui } from '@lingui/react/macro';
import './PinDots.css';

type PinDotsProps = {
  filled: number;
  /** Shown empty before anything is typed; a longer PIN adds dots. */
  least?: number;
  /** Changes each time something was wrong: the dots shake once per change. */
  shakes?: number;
};

export function PinDots({ filled, least = 4, shakes = 0 }: PinDotsProps) {
  const { t } = useLingui();
  return (
    <div
      key={shakes}
      className="PinDots"
      data-shake={shakes > 0 || undefined}
      role="img"
      aria-label={t`${filled} digits typed`}
    >
      {Array.from({ length: Math.max(least, filled) }, (_, index) => (
        // Dots have no identity but their place.
        <span key={index} className="PinDots-dot" data-filled={index < filled || undefined} />
      ))}
    </div>
  );
}
