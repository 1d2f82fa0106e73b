import { useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { removeItem, saveItem, setSoldOut } from '../../../contract/menu.ts';
import type { Menu } from '../../../contract/menu.ts';
import { menuLimits } from '../../../domain/menu/menu.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { EditDialog } from '../../app/EditDialog.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { ConfirmHold } from '../../kit/ConfirmHold.tsx';
import { notify } from '../../kit/notices.ts';
import { Select } from '../../kit/Select.tsx';
import { Switch } from '../../kit/Switch.tsx';
import { TextArea } from '../../kit/TextArea.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { EmojiPicker } from './EmojiPicker.tsx';
import { bodyOf, draftProblems, isSameDraft } from './item-draft.ts';
import type { ItemDraft } from './item-draft.ts';
import type { Item } from './menu-queries.ts';
import { PicturePicker } from './PicturePicker.tsx';
import { PortionFields } from './PortionFields.tsx';

type ItemDialogProps = {
  menu: Menu;
  start: ItemDraft;
  /** The item as it stands; undefined for a new one. */
  item: Item | undefined;
  onClose: () => void;
};

/** Everything about one item. New prices touch new lines only (M9); sold ones keep theirs (M8). */
export function ItemDialog({ menu, start, item, onClose }: ItemDialogProps) {
  const { t } = useLingui();
  const { percentPpm } = useFormat();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const change = (part: Partial<ItemDraft>) => setDraft((before) => ({ ...before, ...part }));
  const found = draftProblems(draft);
  const problems = tried ? found : new Map();
  const name = draft.name.trim();
  const saving = useCommand(saveItem, {
    onSuccess: () => {
      notify({ text: t`${name} is saved` });
      onClose();
    },
    onError: setError,
  });
  const removing = useCommand(removeItem, {
    onSuccess: () => {
      notify({ text: t`${name} is off the menu` });
      onClose();
    },
    onError: setError,
  });
  const save = () => {
    setTried(true);
    if (found.size > 0) return;
    saving.mutate({ params: { itemId: draft.itemId }, body: bodyOf(draft) });
  };
  const toggleTax = (taxId: string, on: boolean) =>
    change({ taxIds: on ? [...draft.taxIds, taxId] : draft.taxIds.filter((id) => id !== taxId) });
  return (
    <EditDialog
      title={item ? item.name : t`New item`}
      isDirty={!item || !isSameDraft(draft, start)}
      isSaving={saving.isPending}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t`Name`}
        required
        value={draft.name}
        maxLength={menuLimits.name}
        error={
          problems.has('name')
            ? t`Write the name that stands on the menu.`
            : fieldProblem(error, 'name')
        }
        onChange={(next) => change({ name: next })}
      />
      <Select
        label={t`Category`}
        value={draft.categoryId}
        options={menu.categories.map((one) => ({
          id: one.categoryId,
          label: `${one.emoji} ${one.name}`.trim(),
        }))}
        onChange={(categoryId) => change({ categoryId })}
      />
      <PortionFields
        portions={draft.portions}
        problems={problems}
        error={error}
        onChange={(portions) => change({ portions })}
      />
      {menu.taxes.length > 0 && (
        <fieldset className="EditDialog-group">
          <legend className="EditDialog-heading">{t`Taxes`}</legend>
          {menu.taxes.map((tax) => {
            const rate = percentPpm(tax.ratePpm);
            return (
              <Checkbox
                key={tax.taxId}
                label={t`${tax.name} (${rate})`}
                checked={draft.taxIds.includes(tax.taxId)}
                onChange={(on) => toggleTax(tax.taxId, on)}
              />
            );
          })}
        </fieldset>
      )}
      {item && <SoldOutSwitch item={item} />}
      <PicturePicker pictureId={draft.pictureId} onChange={(pictureId) => change({ pictureId })} />
      <EmojiPicker value={draft.emoji} onChange={(emoji) => change({ emoji })} />
      <TextArea
        label={t`Description`}
        hint={t`For those who serve: what is in it, what guests ask`}
        value={draft.description.replaceAll('\n', ' ')}
        maxLength={menuLimits.description}
        error={fieldProblem(error, 'description')}
        onChange={(description) => change({ description: description.replaceAll('\n', ' ') })}
      />
      <div className="EditDialog-row">
        <TextField
          label={t`Article number (SKU)`}
          value={draft.sku}
          maxLength={64}
          error={fieldProblem(error, 'sku')}
          onChange={(sku) => change({ sku })}
        />
        <TextField
          label={t`Barcode`}
          value={draft.barcode}
          maxLength={64}
          inputMode="numeric"
          error={fieldProblem(error, 'barcode')}
          onChange={(barcode) => change({ barcode })}
        />
      </div>
      {item && (
        <div className="EditDialog-apart">
          <p className="OwnerNote">
            {t`Taken off the menu, it can no longer be sold. What was sold keeps its name and price.`}
          </p>
          <ConfirmHold
            icon={<Trash2 size={20} aria-hidden />}
            disabled={removing.isPending}
            onConfirm={() => removing.mutate({ params: { itemId: item.itemId } })}
          >
            {t`Hold to take it off the menu`}
          </ConfirmHold>
        </div>
      )}
    </EditDialog>
  );
}

/** Takes effect at once, on every screen: it is not part of what Save saves. */
function SoldOutSwitch({ item }: { item: Item }) {
  const { t } = useLingui();
  const sold = useCommand(setSoldOut);
  return (
    <Switch
      label={t`Sold out`}
      hint={t`At once and on every screen, without Save`}
      checked={item.soldOut}
      disabled={sold.isPending}
      onChange={(soldOut) => sold.mutate({ params: { itemId: item.itemId }, body: { soldOut } })}
    />
  );
}
