import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider';
import { Route, Switch } from 'wouter';
import { problemReference, problemWords } from '../api/problem-words.ts';
import { createQueryClient } from '../api/query-client.ts';
import { LockScreen } from '../features/session/LockScreen.tsx';
import { useLocale } from '../i18n/i18n.ts';
import { SiteFormatContext } from '../i18n/use-format.ts';
import { NoticeRegion } from '../kit/NoticeRegion.tsx';
import { notifyFailure } from '../kit/notices.ts';
import { BrokenScreen } from './BrokenScreen.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LoadUpdated } from './LoadUpdated.tsx';
import { sessionQuery, welcomeQuery } from './session.ts';

const loadTill = () => import('./Till.tsx');
const Till = lazy(() => loadTill().then((module) => ({ default: module.Till })));
const SetUp = lazy(() =>
  import('../features/setup/SetUp.tsx').then((module) => ({ default: module.SetUp })),
);
const Gallery = lazy(() =>
  import('../kit/Gallery.tsx').then((module) => ({ default: module.Gallery })),
);

const client = createQueryClient((error) => {
  const reference = problemReference(error);
  notifyFailure({
    text: problemWords(i18n, error),
    ...(reference === undefined ? {} : { reference }),
  });
});

export function App() {
  const { tag, id } = useLocale();
  return (
    <I18nProvider i18n={i18n}>
      <AriaI18nProvider locale={tag}>
        <QueryClientProvider client={client}>
          {/* A language is read once and for all by a screen: another one starts the screens anew. */}
          <ErrorBoundary key={id}>
            <Suspense fallback={null}>
              <Switch>
                <Route path="/gallery">
                  <Gallery />
                </Route>
                <Route>
                  <Gate />
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
          <NoticeRegion />
        </QueryClientProvider>
      </AriaI18nProvider>
    </I18nProvider>
  );
}

/** While somebody types a PIN there is time to fetch what comes after it. */
function fetchAhead(): void {
  const ahead = [loadTill(), import('../features/floor/FloorScreen.tsx')];
  // What does not come now is asked for again when it is needed.
  Promise.all(ahead).catch(() => undefined);
}

/** First start, lock or till: decided by what the server says, nothing else. */
function Gate() {
  const welcome = useQuery(welcomeQuery);
  const session = useQuery({ ...sessionQuery, enabled: welcome.data?.setUp === true });
  const site = useMemo(
    () => ({
      currency: welcome.data?.currency || 'XXX',
      exponent: welcome.data?.exponent ?? 2,
      timeZone: welcome.data?.timeZone || 'UTC',
    }),
    [welcome.data?.currency, welcome.data?.exponent, welcome.data?.timeZone],
  );
  const isLocked = session.data === null;
  useEffect(() => {
    if (isLocked) fetchAhead();
  }, [isLocked]);
  if (!welcome.data) {
    if (!welcome.error) return null;
    return <BrokenScreen error={welcome.error} onRetry={() => void welcome.refetch()} />;
  }
  if (!welcome.data.setUp) return <SetUp />;
  if (session.data === undefined) {
    if (!session.error) return null;
    return <BrokenScreen error={session.error} onRetry={() => void session.refetch()} />;
  }
  return (
    <SiteFormatContext value={site}>
      {session.data ? (
        <Till session={session.data} />
      ) : (
        <>
          <LoadUpdated />
          <LockScreen welcome={welcome.data} />
        </>
      )}
    </SiteFormatContext>
  );
}
