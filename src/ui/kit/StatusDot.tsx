import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import './StatusDot.css';

/** A glowing dot with its word: colour alone never tells a state. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="StatusDot" data-tone={tone}>
      <span className="StatusDot-dot" aria-hidden />
      <span className="StatusDot-word">{children}</span>
    </span>
  );
}
