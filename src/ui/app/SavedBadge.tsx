import { useLingui } from '@lingui/react/macro';
import { useIsMutating } from '@tanstack/react-query';
import { useConnection } from '../api/use-events.ts';
import { StatusDot } from '../kit/StatusDot.tsx';
import './SavedBadge.css';

/** Whether what was tapped is durable on the server's disk (S2), and whether the server is there. */
export function SavedBadge() {
  const { t } = useLingui();
  const connection = useConnection();
  const isSaving = useIsMutating() > 0;
  return (
    <div className="SavedBadge" role="status">
      {connection === 'down' ? (
        <StatusDot tone="danger">{t`Not reachable`}</StatusDot>
      ) : connection === 'reconnecting' ? (
        <StatusDot tone="warning">{t`Connecting`}</StatusDot>
      ) : isSaving ? (
        <StatusDot tone="accent">{t`Saving`}</StatusDot>
      ) : (
        <StatusDot tone="positive">{t`Saved`}</StatusDot>
      )}
    </div>
  );
}
