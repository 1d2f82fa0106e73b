import type { CSSProperties } from 'react';
import { initialsOf } from './initials.ts';
import './Avatar.css';

/** A steady hue for a name, so that a person keeps a colour on every screen. */
export function hueOfName(name: string): number {
  let hash = 0x811c9dc5;
  for (const char of name) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hues[(hash >>> 8) % hues.length] ?? 0;
}

/** Far enough apart that two neighbours on the lock screen rarely look alike. */
const hues = [300, 190, 35, 150, 245, 345, 215, 10] as const;

type AvatarProps = { name: string; hue?: number; size?: 's' | 'm' | 'l' };

export function Avatar({ name, hue = hueOfName(name), size = 'm' }: AvatarProps) {
  const style: CSSProperties & Record<'--hue', number> = { '--hue': hue };
  return (
    // The initials are a picture of the name, not text: the name stands beside them or in the label.
    <span
      className="Avatar"
      data-size={size}
      data-initials={initialsOf(name)}
      style={style}
      aria-hidden
    />
  );
}
