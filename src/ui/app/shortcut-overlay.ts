import { useSyncExternalStore } from 'react';

let isShown = false;
const listeners = new Set<() => void>();

export function showShortcuts(shown: boolean): void {
  isShown = shown;
  for (const listener of listeners) listener();
}

export function useShortcutsShown(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isShown,
  );
}
