import type { ComponentProps, CSSProperties } from 'react';
import { Stat } from '../../kit/Stat.tsx';
import './FigureTile.css';

/** A large figure that shrinks rather than loses its last digits: an amount cut short is a wrong amount. */
export function FigureTile({ value, ...rest }: ComponentProps<typeof Stat> & { value: string }) {
  const style: CSSProperties & Record<'--chars', number> = { '--chars': value.length };
  return (
    <div className="FigureTile" style={style}>
      <Stat {...rest} size="l" value={value} />
    </div>
  );
}
