import { useEffect } from 'react';
import { useOtherVersion } from '../api/till-version.ts';
import { useUnsaved } from '../order/unsaved.ts';

const loadedForKey = 'armorpos.loaded-for';

/**
 * A screen at which nobody is signed in loads an updated till by itself. Once for each version: should the
 * till's pages not be of its own, a screen that loads itself for ever would be worse than an old one.
 */
export function LoadUpdated() {
  const other = useOtherVersion();
  const { taps } = useUnsaved();
  useEffect(() => {
    if (other === undefined || taps > 0 || sessionStorage.getItem(loadedForKey) === other) return;
    sessionStorage.setItem(loadedForKey, other);
    location.reload();
  }, [other, taps]);
  return null;
}
