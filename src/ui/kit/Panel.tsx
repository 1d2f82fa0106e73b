import type { ComponentPropsWithRef } from 'react';
import './Panel.css';

type PanelProps = ComponentPropsWithRef<'section'> & {
  /** `glass` blurs what is behind it; a screen may hold six of these. `flat` does not blur. */
  depth?: 'glass' | 'flat';
  padded?: boolean;
};

/** A sheet of glass. Name it with `aria-label` or `aria-labelledby` when it is a region of its own. */
export function Panel({ depth = 'glass', padded = false, className, ...rest }: PanelProps) {
  return (
    <section
      {...rest}
      className={className ? `Panel ${className}` : 'Panel'}
      data-depth={depth}
      data-padded={padded || undefined}
    />
  );
}
