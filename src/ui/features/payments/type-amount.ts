import type { KeypadKey } from '../../kit/Keypad.tsx';

/** No guest hands over more; keeps well below what the till takes at all (M1). */
const mostDigits = 9;

/**
 * What a key makes of an amount typed as minor units, the way card terminals do: 4 2 7 0 is 42.70.
 * Empty means that nothing was typed.
 */
export function typeAmount(typed: string, key: KeypadKey): string {
  if (key === 'delete') return typed.slice(0, -1);
  const next = `${typed}${key}`.replace(/^0+/, '');
  if (next === '') return typed === '' && key === '0' ? '' : typed;
  return next.length > mostDigits ? typed : next;
}
