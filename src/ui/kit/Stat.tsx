import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import type { ReactNode } from 'react';
import './Stat.css';

type StatProps = {
  label: ReactNode;
  value: ReactNode;
  /** Against something else: its words, and whether it is more, less or the same. */
  change?: { direction: 'up' | 'down' | 'same'; words: ReactNode; good?: boolean };
  size?: 'm' | 'l';
};

const icons = { up: TrendingUp, down: TrendingDown, same: Minus };

/** One figure with its name. */
export function Stat({ label, value, change, size = 'm' }: StatProps) {
  const Icon = change ? icons[change.direction] : undefined;
  const tone = change?.good === undefined ? 'neutral' : change.good ? 'positive' : 'danger';
  return (
    <div className="Stat" data-size={size}>
      <span className="Stat-value">{value}</span>
      <span className="Stat-label">{label}</span>
      {change && Icon && (
        <span className="Stat-change" data-tone={tone}>
          <Icon size={16} aria-hidden />
          {change.words}
        </span>
      )}
    </div>
  );
}
