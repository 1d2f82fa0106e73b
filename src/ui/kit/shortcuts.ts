import { useEffect, useSyncExternalStore } from 'react';

export type Shortcut = {
  /** As `KeyboardEvent.key`, with `Ctrl+` before it where Control (or Command) is held: `/`, `F4`, `Ctrl+z`. */
  keys: string;
  /** What it does, in the language of the screen. */
  words: string;
  run: () => void;
  /** Also while a text field has the focus; function keys and Ctrl always do. */
  inFields?: boolean;
};

let active: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Shortcut[]): void {
  active = next;
  for (const listener of listeners) listener();
}

/** The keys of a screen, as long as it is shown; the later ones win. Keep the array stable with `useMemo`. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    set([...active, ...shortcuts]);
    return () => set(active.filter((one) => !shortcuts.includes(one)));
  }, [shortcuts]);
}

/** All keys that work now, for the overlay that shows them. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => active,
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function runShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const keys = `${control ? 'ctrl+' : ''}${key}`.toLowerCase();
  const match = active.findLast((one) => one.keys.toLowerCase() === keys);
  if (!match) return;
  const alwaysHeard = control || /^F\d+$/.test(event.key) || match.inFields === true;
  if (isTyping(event.target) && !alwaysHeard) return;
  // An open dialog has the keyboard to itself.
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
  event.preventDefault();
  match.run();
}

/** Started once, by the app. */
export function listenForShortcuts(): () => void {
  addEventListener('keydown', runShortcut);
  return () => removeEventListener('keydown', runShortcut);
}
