export type Locale = 'en' | 'ar' | 'pseudo';

/** The languages of the screens, each by its own name. `tag` is what Intl and <html lang> take. */
export const locales: readonly { id: Locale; name: string; tag: string; dir: 'ltr' | 'rtl' }[] = [
  { id: 'en', name: 'English', tag: 'en', dir: 'ltr' },
  { id: 'ar', name: 'العربية', tag: 'ar', dir: 'rtl' },
  // Forty per cent longer than English: proves that the layout bears any language.
  { id: 'pseudo', name: 'Ƥşēũďō', tag: 'en', dir: 'ltr' },
];

export function localeOf(id: string | null): (typeof locales)[number] {
  const [english] = locales;
  if (!english) throw new Error('there is no language');
  return locales.find((locale) => locale.id === id) ?? english;
}
