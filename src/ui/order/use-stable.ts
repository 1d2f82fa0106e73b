import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for ever, doing what the latest render means: so that a thousand tiles need not be drawn anew. */
export function useStable<Args extends readonly unknown[], R>(
  latest: (...args: Args) => R,
): (...args: Args) => R {
  const ref = useRef(latest);
  useLayoutEffect(() => {
    ref.current = latest;
  });
  return useCallback((...args: Args) => ref.current(...args), []);
}
