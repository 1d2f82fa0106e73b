import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { lazy, Suspense } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider';
import { Route, Switch } from 'wouter';
import { useLocale } from '../i18n/i18n.ts';
import { NoticeRegion } from '../kit/NoticeRegion.tsx';

const Gallery = lazy(() =>
  import('../kit/Gallery.tsx').then((module) => ({ default: module.Gallery })),
);

export function App() {
  const { tag } = useLocale();
  return (
    <I18nProvider i18n={i18n}>
      <AriaI18nProvider locale={tag}>
        <Suspense fallback={null}>
          <Switch>
            <Route path="/gallery">
              <Gallery />
            </Route>
          </Switch>
        </Suspense>
        <NoticeRegion />
      </AriaI18nProvider>
    </I18nProvider>
  );
}
