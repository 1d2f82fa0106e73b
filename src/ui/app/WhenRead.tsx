import { useLingui } from '@lingui/react/macro';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemReference, problemWords } from '../api/problem-words.ts';
import { Banner } from '../kit/Banner.tsx';
import { Button } from '../kit/Button.tsx';
import { ErrorState } from '../kit/ErrorState.tsx';
import { LoadingState } from '../kit/LoadingState.tsx';
import { Panel } from '../kit/Panel.tsx';

type WhenReadProps<T> = {
  of: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
};

/** Loading, failed, or what was read; an older answer stays in view and says that it is old (X4). */
export function WhenRead<T>({ of, rows = 6, children }: WhenReadProps<T>) {
  const { t, i18n } = useLingui();
  const retry = () => void of.refetch();
  if (of.data === undefined) {
    if (!of.error) return <LoadingState rows={rows} />;
    return (
      <Panel depth="flat">
        <ErrorState
          title={problemWords(i18n, of.error)}
          reference={problemReference(of.error)}
          onRetry={retry}
        >
          {t`Nothing was changed by looking.`}
        </ErrorState>
      </Panel>
    );
  }
  return (
    <>
      {of.error && (
        <Banner
          tone="warning"
          title={t`These figures may be old`}
          actions={<Button size="s" onClick={retry}>{t`Try again`}</Button>}
        >
          {problemWords(i18n, of.error)}
        </Banner>
      )}
      {children(of.data)}
    </>
  );
}
