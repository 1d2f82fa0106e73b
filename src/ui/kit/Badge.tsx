import type { ReactNode } from 'react';
import './Badge.css';

export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger';

type BadgeProps = { children: ReactNode; tone?: Tone; icon?: ReactNode; count?: boolean };

/** A word or a number about its neighbour. `count` is the round solid one. */
export function Badge({ children, tone = 'neutral', icon, count = false }: BadgeProps) {
  return (
    <span className="Badge" data-tone={tone} data-count={count || undefined}>
      {icon}
      {children}
    </span>
  );
}
