import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { FormProblem } from './FormProblem.tsx';
import './EditDialog.css';

type EditDialogProps = {
  title: ReactNode;
  children: ReactNode;
  isDirty: boolean;
  isSaving: boolean;
  canSave?: boolean;
  error: Error | null;
  onSave: () => void;
  onClose: () => void;
  saveWords?: string;
  place?: 'centre' | 'side';
  size?: 's' | 'm' | 'l';
};

/** One thing being edited. Closing it with changes asks first; a failure leaves all that was typed. */
export function EditDialog({
  title,
  children,
  isDirty,
  isSaving,
  canSave = true,
  error,
  onSave,
  onClose,
  saveWords,
  place = 'side',
  size = 'm',
}: EditDialogProps) {
  const { t } = useLingui();
  const [asks, setAsks] = useState(false);
  const close = () => {
    if (isDirty && !isSaving) setAsks(true);
    else onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      place={place}
      size={size}
      footer={
        asks ? (
          <>
            <p className="EditDialog-question" role="alert">{t`Throw away what was changed?`}</p>
            <Button onClick={() => setAsks(false)}>{t`Keep editing`}</Button>
            <Button variant="danger" onClick={onClose}>{t`Throw away`}</Button>
          </>
        ) : (
          <>
            <Button onClick={close}>{t`Cancel`}</Button>
            <Button
              variant="accent"
              icon={<Check size={20} aria-hidden />}
              busy={isSaving}
              disabled={!canSave || !isDirty}
              onClick={onSave}
            >
              {saveWords ?? t`Save`}
            </Button>
          </>
        )
      }
    >
      <form
        className="EditDialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave && isDirty && !isSaving) onSave();
        }}
      >
        <FormProblem error={error} />
        {children}
        {/* Enter in a field saves, also where a form has several. */}
        <button type="submit" hidden>{t`Save`}</button>
      </form>
    </Dialog>
  );
}
