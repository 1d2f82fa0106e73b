import { useLingui } from '@lingui/react/macro';
import './StateScreen.css';

/** Grey shapes of what is coming; shown only after a moment, so that a quick answer never flickers. */
export function LoadingState({ rows = 4, label }: { rows?: number; label?: string }) {
  const { t } = useLingui();
  return (
    <div className="LoadingState" role="status" aria-busy>
      <span className="VisuallyHidden">{label ?? t`Loading`}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="Skeleton" aria-hidden />
      ))}
    </div>
  );
}
