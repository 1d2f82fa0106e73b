import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useIsMutating } from '@tanstack/react-query';
import { useConnection } from '../api/use-events.ts';
import { StatusDot } from '../kit/StatusDot.tsx';
import { useUnsaved } from '../order/unsaved.ts';
import './SavedBadge.css';

/** Whether what was tapped is durable on the server's disk (S2), and whether the server is there. */
export function SavedBadge() {
  const { t } = useLingui();
  const connection = useConnection();
  const { taps, isStalled } = useUnsaved();
  const isSaving = useIsMutating() + taps > 0;
  return (
    <div className="SavedBadge" role="status">
      {isStalled ? (
        <StatusDot tone="danger">{t`${plural(taps, { one: '# not saved', other: '# not saved' })}`}</StatusDot>
      ) : connection === 'down' ? (
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
