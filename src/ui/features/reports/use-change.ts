import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/use-format.ts';
import { difference, shownPpm } from './difference.ts';

type Change = { direction: 'up' | 'down' | 'same'; words: string; good?: boolean };

/**
 * Puts the difference of two figures into words with its direction, as value and share: "12.40 more
 * (8 %)". `moreIsGood` only colours what arrow and word already say; leave it out where neither is.
 */
export function useChange(): (
  now: number,
  before: number,
  format: (value: number) => string,
  moreIsGood?: boolean,
) => Change {
  const { t } = useLingui();
  const { percentPpm } = useFormat();
  return (now, before, format, moreIsGood) => {
    const { direction, by, ppm } = difference(now, before);
    if (direction === 'same') return { direction, words: t`as before` };
    const value = format(by);
    const share = ppm === null ? undefined : percentPpm(shownPpm(ppm));
    const words =
      direction === 'up'
        ? share === undefined
          ? t`${value} more`
          : t`${value} more (${share})`
        : share === undefined
          ? t`${value} less`
          : t`${value} less (${share})`;
    if (moreIsGood === undefined) return { direction, words };
    return { direction, words, good: moreIsGood === (direction === 'up') };
  };
}
