import { useLingui } from '@lingui/react/macro';
import { RotateCw } from 'lucide-react';
import { problemReference, problemWords } from '../api/problem-words.ts';
import { Button } from '../kit/Button.tsx';
import { ErrorState } from '../kit/ErrorState.tsx';
import { Panel } from '../kit/Panel.tsx';
import './BrokenScreen.css';

/** Instead of a screen that broke: what happened, what is safe, what to do. */
export function BrokenScreen({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t, i18n } = useLingui();
  return (
    <main className="BrokenScreen">
      <Panel>
        <ErrorState
          title={problemWords(i18n, error)}
          reference={problemReference(error)}
          onRetry={onRetry}
          actions={
            <Button icon={<RotateCw size={18} aria-hidden />} onClick={() => location.reload()}>
              {t`Load the screen again`}
            </Button>
          }
        >
          {t`Orders and payments that were confirmed are safe on the server’s disk.`}
        </ErrorState>
      </Panel>
    </main>
  );
}
