import { useLingui } from '@lingui/react/macro';
import { Banknote, CreditCard, Pencil, Plus, Wallet } from 'lucide-react';
import { useState } from 'react';
import { saveTender } from '../../../contract/site.ts';
import type { getSite } from '../../../contract/site.ts';
import type { Answer } from '../../api/call.ts';
import { command } from '../../api/command.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { EditDialog } from '../../app/EditDialog.tsx';
import { FormProblem } from '../../app/FormProblem.tsx';
import { Badge } from '../../kit/Badge.tsx';
import { Button } from '../../kit/Button.tsx';
import { DragList } from '../../kit/DragList.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { Select } from '../../kit/Select.tsx';
import { Switch } from '../../kit/Switch.tsx';
import { TextField } from '../../kit/TextField.tsx';

type Tender = Answer<typeof getSite>['tenders'][number];

const icons = { cash: Banknote, card: CreditCard, wallet: Wallet };

/** How guests can pay, in the order of the tabs on the pay screen (P10). */
export function Tenders({ tenders }: { tenders: readonly Tender[] }) {
  const { t } = useLingui();
  const [edited, setEdited] = useState<{ tender: Tender; isNew: boolean } | undefined>(undefined);
  const [error, setError] = useState<Error | null>(null);
  const reorder = async (tenderIds: readonly string[]) => {
    setError(null);
    try {
      for (const [position, tenderId] of tenderIds.entries()) {
        const tender = tenders.find((one) => one.tenderId === tenderId);
        if (!tender || tender.position === position) continue;
        const { tenderId: _, ...body } = tender;
        await command(saveTender, { params: { tenderId }, body: { ...body, position } });
      }
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error(String(failed)));
    }
  };
  return (
    <>
      <div className="OwnerHead SettingsPage-head">
        <h2>{t`Ways to pay`}</h2>
        <Button
          icon={<Plus size={20} aria-hidden />}
          onClick={() =>
            setEdited({
              isNew: true,
              tender: {
                tenderId: uuidv7(),
                name: '',
                kind: 'wallet',
                active: true,
                position: tenders.length,
              },
            })
          }
        >
          {t`Add one`}
        </Button>
      </div>
      <FormProblem error={error} />
      <DragList
        label={t`Ways to pay in the order they are offered`}
        items={tenders}
        itemKey={(one) => one.tenderId}
        itemName={(one) => one.name}
        onReorder={(ids) => void reorder(ids)}
        render={(one) => {
          const Icon = icons[one.kind];
          return (
            <>
              <Icon size={22} aria-hidden className="Tender-icon" />
              <span className="Tender-name">{one.name}</span>
              {!one.active && <Badge>{t`Off`}</Badge>}
              <IconButton
                variant="quiet"
                label={t`Edit ${one.name}`}
                icon={<Pencil size={18} aria-hidden />}
                onClick={() => setEdited({ tender: one, isNew: false })}
              />
            </>
          );
        }}
      />
      {edited && (
        <TenderDialog
          start={edited.tender}
          isNew={edited.isNew}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

type TenderDialogProps = { start: Tender; isNew: boolean; onClose: () => void };

function TenderDialog({ start, isNew, onClose }: TenderDialogProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const { tenderId, ...body } = draft;
  const saving = useCommand(saveTender, { onSuccess: onClose, onError: setError });
  const isNamed = draft.name.trim() !== '';
  return (
    <EditDialog
      title={isNew ? t`New way to pay` : start.name}
      place="centre"
      isDirty={isNew || JSON.stringify(draft) !== JSON.stringify(start)}
      isSaving={saving.isPending}
      error={error}
      onSave={() => {
        setTried(true);
        if (isNamed) saving.mutate({ params: { tenderId }, body });
      }}
      onClose={onClose}
    >
      <TextField
        label={t`Name`}
        hint={t`As it stands on the pay screen and on receipts`}
        required
        value={draft.name}
        maxLength={40}
        error={tried && !isNamed ? t`Write a name.` : fieldProblem(error, 'name')}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      {isNew ? (
        <Select
          label={t`Kind`}
          hint={t`Only cash gives change`}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
          options={[
            { id: 'wallet', label: t`Wallet or voucher` },
            { id: 'card', label: t`Card terminal` },
            { id: 'cash', label: t`Cash` },
          ]}
        />
      ) : (
        <Switch
          label={t`Offered`}
          hint={t`Switched off, it stays in the figures and leaves the pay screen`}
          checked={draft.active}
          onChange={(active) => setDraft({ ...draft, active })}
        />
      )}
      <p className="OwnerNote">
        {t`The till does not speak with card terminals: whoever takes the payment confirms the amount by hand.`}
      </p>
    </EditDialog>
  );
}
