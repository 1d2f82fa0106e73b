import { useLingui } from '@lingui/react/macro';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { removeTax, saveTax } from '../../../contract/menu.ts';
import type { Menu } from '../../../contract/menu.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { EditDialog } from '../../app/EditDialog.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { ConfirmHold } from '../../kit/ConfirmHold.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { PercentField } from '../../kit/PercentField.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { Tax } from './menu-queries.ts';

/** The taxes that items can carry; a bill keeps the rate it was made with (M8). */
export function TaxesDialog({ menu, onClose }: { menu: Menu; onClose: () => void }) {
  const { t } = useLingui();
  const { percentPpm } = useFormat();
  const [edited, setEdited] = useState<{ tax: Tax; isNew: boolean } | undefined>(undefined);
  if (edited) {
    const carriers = menu.items.filter((item) => item.taxIds.includes(edited.tax.taxId)).length;
    return (
      <TaxEditor
        start={edited.tax}
        isNew={edited.isNew}
        carriers={carriers}
        onClose={() => setEdited(undefined)}
      />
    );
  }
  return (
    <Dialog
      title={t`Taxes`}
      isOpen
      onClose={onClose}
      place="side"
      footer={
        <Button
          variant="accent"
          icon={<Plus size={20} aria-hidden />}
          onClick={() => setEdited({ tax: { taxId: uuidv7(), name: '', ratePpm: 0 }, isNew: true })}
        >
          {t`Add a tax`}
        </Button>
      }
    >
      <p className="OwnerNote">
        {t`A new rate holds for what is ordered from now on; open and paid bills keep theirs. Whether prices include the tax is set in the settings.`}
      </p>
      {menu.taxes.length === 0 ? (
        <EmptyState title={t`No tax yet`}>{t`Items are sold without tax.`}</EmptyState>
      ) : (
        <ul className="MenuList">
          {menu.taxes.map((tax) => {
            const items = menu.items.filter((item) => item.taxIds.includes(tax.taxId)).length;
            const rate = percentPpm(tax.ratePpm);
            return (
              <li key={tax.taxId} className="MenuList-row MenuList-plain">
                <span className="MenuList-words">
                  <span className="MenuList-name">{tax.name}</span>
                  <span className="MenuList-detail">{t`${rate} · on ${items} items`}</span>
                </span>
                <Button
                  variant="quiet"
                  icon={<Pencil size={18} aria-hidden />}
                  aria-label={t`Edit ${tax.name}`}
                  onClick={() => setEdited({ tax, isNew: false })}
                >
                  {t`Edit`}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}

type TaxEditorProps = { start: Tax; isNew: boolean; carriers: number; onClose: () => void };

function TaxEditor({ start, isNew, carriers, onClose }: TaxEditorProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const { taxId, ...body } = draft;
  const saving = useCommand(saveTax, { onSuccess: onClose, onError: setError });
  const removing = useCommand(removeTax, { onSuccess: onClose, onError: setError });
  const isNamed = draft.name.trim() !== '';
  return (
    <EditDialog
      title={isNew ? t`New tax` : start.name}
      isDirty={isNew || JSON.stringify(draft) !== JSON.stringify(start)}
      isSaving={saving.isPending}
      error={error}
      onSave={() => {
        setTried(true);
        if (isNamed) saving.mutate({ params: { taxId }, body });
      }}
      onClose={onClose}
    >
      <TextField
        label={t`Name`}
        hint={t`As it stands on receipts, such as VAT or State tax`}
        required
        value={draft.name}
        maxLength={60}
        error={tried && !isNamed ? t`Write a name.` : fieldProblem(error, 'name')}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <PercentField
        label={t`Rate`}
        valuePpm={draft.ratePpm}
        onChange={(ratePpm) => setDraft({ ...draft, ratePpm })}
      />
      {!isNew && (
        <div className="EditDialog-apart">
          {carriers > 0 && (
            <p className="OwnerNote">{t`${carriers} items carry it; take it off them first.`}</p>
          )}
          <ConfirmHold
            icon={<Trash2 size={20} aria-hidden />}
            disabled={carriers > 0 || removing.isPending}
            onConfirm={() => removing.mutate({ params: { taxId } })}
          >
            {t`Hold to remove the tax`}
          </ConfirmHold>
        </div>
      )}
    </EditDialog>
  );
}
