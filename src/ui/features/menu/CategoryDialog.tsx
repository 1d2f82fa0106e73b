import { useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { removeCategory, saveCategory } from '../../../contract/menu.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { EditDialog } from '../../app/EditDialog.tsx';
import { ConfirmHold } from '../../kit/ConfirmHold.tsx';
import { HuePicker } from '../../kit/HuePicker.tsx';
import { notify } from '../../kit/notices.ts';
import { TextField } from '../../kit/TextField.tsx';
import { EmojiPicker } from './EmojiPicker.tsx';
import type { Category } from './menu-queries.ts';

type CategoryDialogProps = {
  start: Category;
  isNew: boolean;
  /** Items in it; only an empty category can go. */
  items: number;
  onSaved: (categoryId: string) => void;
  onClose: () => void;
};

export function CategoryDialog({ start, isNew, items, onSaved, onClose }: CategoryDialogProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const { categoryId, ...body } = draft;
  const params = { categoryId };
  const name = draft.name.trim();
  const saving = useCommand(saveCategory, {
    onSuccess: () => {
      onSaved(categoryId);
      onClose();
    },
    onError: setError,
  });
  const removing = useCommand(removeCategory, {
    onSuccess: () => {
      notify({ text: t`The category ${name} is gone` });
      onClose();
    },
    onError: setError,
  });
  const save = () => {
    setTried(true);
    if (name !== '') saving.mutate({ params, body });
  };
  return (
    <EditDialog
      title={isNew ? t`New category` : start.name}
      isDirty={isNew || JSON.stringify(draft) !== JSON.stringify(start)}
      isSaving={saving.isPending}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t`Name`}
        required
        value={draft.name}
        maxLength={120}
        error={tried && name === '' ? t`Write a name.` : fieldProblem(error, 'name')}
        onChange={(next) => setDraft({ ...draft, name: next })}
      />
      <HuePicker
        label={t`Colour of its tiles`}
        value={draft.hue}
        onChange={(hue) => setDraft({ ...draft, hue })}
      />
      <EmojiPicker value={draft.emoji} onChange={(emoji) => setDraft({ ...draft, emoji })} />
      {!isNew && (
        <div className="EditDialog-apart">
          <p className="OwnerNote">
            {items === 0
              ? t`It holds no item and can go.`
              : t`It still holds ${items} items. Move or remove them first, then it can go.`}
          </p>
          <ConfirmHold
            icon={<Trash2 size={20} aria-hidden />}
            disabled={items > 0 || removing.isPending}
            onConfirm={() => removing.mutate({ params })}
          >
            {t`Hold to remove the category`}
          </ConfirmHold>
        </div>
      )}
    </EditDialog>
  );
}
