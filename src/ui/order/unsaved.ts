import { useSyncExternalStore } from 'react';

export type Unsaved = {
  /** Taps on orders that the server has not answered yet. */
  readonly taps: number;
  /** They wait for the server, or for their person to sign in again. */
  readonly isStalled: boolean;
};

let unsaved: Unsaved = { taps: 0, isStalled: false };
const listeners = new Set<() => void>();

/** Told by the queues whenever one of them changes. Closing the window then asks first. */
export function setUnsaved(next: Unsaved): void {
  if (next.taps === unsaved.taps && next.isStalled === unsaved.isStalled) return;
  unsaved = next;
  onbeforeunload = next.taps > 0 ? (event) => event.preventDefault() : null;
  for (const listener of listeners) listener();
}

/** For the bar on top and the lock screen: nothing may say "saved" while something is not (S2). */
export function useUnsaved(): Unsaved {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unsaved,
  );
}
