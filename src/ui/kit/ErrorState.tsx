import { useLingui } from '@lingui/react/macro';
import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import './StateScreen.css';

type ErrorStateProps = {
  /** What happened, in one sentence. */
  title: ReactNode;
  /** What is safe, and what to do. */
  children?: ReactNode;
  reference?: string | undefined;
  onRetry?: () => void;
  actions?: ReactNode;
};

export function ErrorState({ title, children, reference, onRetry, actions }: ErrorStateProps) {
  const { t } = useLingui();
  return (
    <div className="StateScreen" role="alert" data-tone="danger">
      <div className="StateScreen-icon">
        <CircleAlert size={34} aria-hidden />
      </div>
      <p className="StateScreen-title">{title}</p>
      {children !== undefined && <div className="StateScreen-words">{children}</div>}
      {reference !== undefined && (
        <p className="StateScreen-reference">
          {t`Reference`} <code>{reference}</code>
        </p>
      )}
      <div className="StateScreen-actions">
        {onRetry && (
          <Button variant="accent" icon={<RotateCw size={18} aria-hidden />} onClick={onRetry}>
            {t`Try again`}
          </Button>
        )}
        {actions}
      </div>
    </div>
  );
}
