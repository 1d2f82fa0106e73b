import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { problemReference, problemWords } from '../api/problem-words.ts';
import { Banner } from '../kit/Banner.tsx';

/** Stands in a form until the next try: what the server would not take. What was typed is still there. */
export function FormProblem({ error, children }: { error: unknown; children?: ReactNode }) {
  const { t, i18n } = useLingui();
  if (error === null || error === undefined) return null;
  const reference = problemReference(error);
  return (
    <Banner tone="danger" title={problemWords(i18n, error)}>
      {children ?? t`Nothing was changed; what you typed is still here.`}
      {reference !== undefined && <p>{t`Reference ${reference}`}</p>}
    </Banner>
  );
}
