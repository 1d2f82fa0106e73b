import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ar', 'pseudo'],
  pseudoLocale: { locale: 'pseudo', extend: 0.4 },
  fallbackLocales: { default: 'en' },
  format: formatter({ lineNumbers: false }),
  catalogs: [
    {
      path: '<rootDir>/src/ui/locales/{locale}',
      include: ['<rootDir>/src/ui'],
      exclude: ['**/*.test.*'],
    },
  ],
});
