import { useSyncExternalStore } from 'react';

/** The version that these screens were built as. */
const own = import.meta.env.TILL_VERSION as string; // vite.config.ts puts it there

let told = own;
const listeners = new Set<() => void>();

/** The till said which version it is now. */
export function tellTillVersion(version: string): void {
  if (version === told) return;
  told = version;
  for (const listener of listeners) listener();
}

/** The till's version where it is not that of these screens: it was updated, or taken back, behind them. */
export function useOtherVersion(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (told === own ? undefined : told),
  );
}
