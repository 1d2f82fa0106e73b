import { useLingui } from '@lingui/react/macro';
import { CircleCheck } from 'lucide-react';
import { useFormat } from '../i18n/use-format.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useFailures } from '../kit/notices.ts';
import './ProblemList.css';

/** What failed on this screen since it was loaded: a toast is never the only record (X4). */
export function ProblemList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const failures = useFailures();
  return (
    <Dialog title={t`Problems`} isOpen={isOpen} onClose={onClose} place="side">
      {failures.length === 0 ? (
        <EmptyState
          icon={<CircleCheck size={34} aria-hidden />}
          title={t`Nothing has failed on this screen`}
        />
      ) : (
        <ul className="ProblemList">
          {failures.map((failure) => (
            <li key={failure.id} className="ProblemList-entry">
              <span className="ProblemList-time">{format.time(failure.at.getTime())}</span>
              <span>
                <span className="ProblemList-text">{failure.text}</span>
                {failure.detail !== undefined && (
                  <span className="ProblemList-detail">{failure.detail}</span>
                )}
                {failure.reference !== undefined && (
                  <span className="ProblemList-detail">{t`Reference ${failure.reference}`}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
