import { i18n } from '@lingui/core';
import type { Messages } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { localeOf } from './locales.ts';
import type { Locale } from './locales.ts';

const storageKey = 'armorpos.locale';

/** Each language is a file of its own, loaded when it is chosen. */
const catalogues: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('../locales/en.po'),
  ar: () => import('../locales/ar.po'),
  pseudo: () => import('../locales/pseudo.po'),
};

const listeners = new Set<() => void>();
let current = localeOf(localStorage.getItem(storageKey));

async function activate(): Promise<void> {
  const { messages } = await catalogues[current.id]();
  i18n.loadAndActivate({ locale: current.id, locales: [current.tag], messages });
  document.documentElement.lang = current.tag;
  document.documentElement.dir = current.dir;
  for (const listener of listeners) listener();
}

/** Loads the language that this screen was left in. */
export async function startI18n(): Promise<void> {
  await activate();
}

/** Changes the language of this screen and keeps it. */
export async function chooseLocale(id: Locale): Promise<void> {
  current = localeOf(id);
  localStorage.setItem(storageKey, id);
  await activate();
}

/** The language with the region of this machine, where it speaks that language: amounts and dates follow it. */
export function formatTag(tag: string): string {
  return navigator.languages.find((one) => one === tag || one.startsWith(`${tag}-`)) ?? tag;
}

export function useLocale(): ReturnType<typeof localeOf> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
