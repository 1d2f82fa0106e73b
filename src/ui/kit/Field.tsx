import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import './Field.css';

export type FieldWords = {
  label: ReactNode;
  /** Said under the field while nothing is wrong. */
  hint?: ReactNode;
  /** What is wrong and what would be right; marks the field as invalid. */
  error?: ReactNode;
  /** The label is for ears only, where the place already says it. */
  hideLabel?: boolean;
};

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** Label, control, then hint or error, tied together for a screen reader. */
export function Field({
  label,
  hint,
  error,
  hideLabel = false,
  children,
}: FieldWords & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const notesId = `${id}-notes`;
  const hasError = error !== undefined && error !== null && error !== false && error !== '';
  const wiring: Wiring = { id };
  if (hasError) wiring['aria-invalid'] = true;
  if (hasError || hint !== undefined) wiring['aria-describedby'] = notesId;
  return (
    <div className="Field">
      <label htmlFor={id} className={hideLabel ? 'VisuallyHidden' : 'Field-label'}>
        {label}
      </label>
      {children(wiring)}
      <FieldNotes id={notesId} hint={hint} error={hasError ? error : undefined} />
    </div>
  );
}

export function FieldNotes({
  id,
  hint,
  error,
}: {
  id?: string;
  hint?: ReactNode;
  error?: ReactNode;
}) {
  if (error !== undefined) {
    return (
      <p id={id} className="Field-error">
        <CircleAlert size={16} aria-hidden />
        {error}
      </p>
    );
  }
  if (hint === undefined) return null;
  return (
    <p id={id} className="Field-hint">
      {hint}
    </p>
  );
}
