import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { orderLimits } from '../../../domain/order/order.ts';
import type { OrderLine } from '../../../domain/order/order.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/TextField.tsx';

type NoteDialogProps = { line: OrderLine; onSave: (note: string) => void; onClose: () => void };

/** What the kitchen should know about a line. */
export function NoteDialog({ line, onSave, onClose }: NoteDialogProps) {
  const { t } = useLingui();
  const [note, setNote] = useState(line.note);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <Dialog
      title={line.name}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <Button
          variant="accent"
          size="l"
          onClick={() => onSave(note.trim())}
        >{t`Save the note`}</Button>
      }
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(note.trim());
        }}
      >
        <TextField
          label={t`Note for the kitchen`}
          value={note}
          onChange={setNote}
          maxLength={orderLimits.note}
          placeholder={t`no olives, well done …`}
        />
      </form>
    </Dialog>
  );
}
