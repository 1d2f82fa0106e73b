import { useSyncExternalStore } from 'react';

export type Theme = 'dark' | 'light';
export type ThemeChoice = Theme | 'system';

const storageKey = 'armorpos.theme';
const systemLight = matchMedia('(prefers-color-scheme: light)');
const listeners = new Set<() => void>();

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey);
  return stored === 'dark' || stored === 'light' ? stored : 'system';
}

let choice = readChoice();

function shownTheme(): Theme {
  if (choice !== 'system') return choice;
  return systemLight.matches ? 'light' : 'dark';
}

function apply(): void {
  document.documentElement.dataset['theme'] = shownTheme();
  for (const listener of listeners) listener();
}

systemLight.addEventListener('change', apply);
addEventListener('storage', (event) => {
  if (event.key !== storageKey) return;
  choice = readChoice();
  apply();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps the choice for this screen; `system` follows the machine again. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  if (next === 'system') localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, next);
  apply();
}

/** The theme that is shown now, and what was chosen; follows the system until something is chosen. */
export function useTheme(): { theme: Theme; choice: ThemeChoice } {
  const theme = useSyncExternalStore(subscribe, shownTheme);
  const chosen = useSyncExternalStore(subscribe, () => choice);
  return { theme, choice: chosen };
}
