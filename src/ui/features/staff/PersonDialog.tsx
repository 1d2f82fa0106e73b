import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { saveStaff } from '../../../contract/staff.ts';
import type { StaffList } from '../../../contract/staff.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { Problem } from '../../api/problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { EditDialog } from '../../app/EditDialog.tsx';
import { Banner } from '../../kit/Banner.tsx';
import { isGoodPin, NewPinFields, noPin } from '../../kit/NewPinFields.tsx';
import { notify } from '../../kit/notices.ts';
import { Select } from '../../kit/Select.tsx';
import { Switch } from '../../kit/Switch.tsx';
import { TextField } from '../../kit/TextField.tsx';

type PersonDialogProps = {
  start: StaffList['staff'][number];
  isNew: boolean;
  roles: StaffList['roles'];
  onClose: () => void;
};

/** One person: name, role, PIN, and whether they work here. People are deactivated, never deleted (U4). */
export function PersonDialog({ start, isNew, roles, onClose }: PersonDialogProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(start);
  const [newPin, setNewPin] = useState(noPin);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const { staffId, ...fields } = draft;
  const name = draft.name.trim();
  const givesPin = isNew || newPin.pin !== '' || newPin.again !== '';
  const saving = useCommand(saveStaff, {
    onSuccess: () => {
      notify({ text: t`${name} is saved` });
      onClose();
    },
    onError: setError,
  });
  const save = () => {
    setTried(true);
    if (name === '' || (givesPin && !isGoodPin(newPin))) return;
    saving.mutate({
      params: { staffId },
      body: { ...fields, ...(givesPin ? { pin: newPin.pin } : {}) },
    });
  };
  const isLastOwner = error instanceof Problem && error.code === 'last_owner';
  return (
    <EditDialog
      title={isNew ? t`New person` : start.name}
      isDirty={isNew || givesPin || JSON.stringify(draft) !== JSON.stringify(start)}
      isSaving={saving.isPending}
      error={isLastOwner ? null : error}
      onSave={save}
      onClose={onClose}
    >
      {isLastOwner && (
        <Banner tone="warning" title={t`${start.name} is the last owner here`}>
          {t`Without an owner nobody could look after people and settings. Give somebody else the owner’s role first; nothing was changed.`}
        </Banner>
      )}
      <TextField
        label={t`Name`}
        hint={t`Shown on the lock screen and on bills`}
        required
        value={draft.name}
        maxLength={60}
        error={tried && name === '' ? t`Write a name.` : fieldProblem(error, 'name')}
        onChange={(next) => setDraft({ ...draft, name: next })}
      />
      <Select
        label={t`Role`}
        value={draft.roleId}
        options={roles.map((role) => ({ id: role.roleId, label: role.name }))}
        error={fieldProblem(error, 'roleId')}
        onChange={(roleId) => setDraft({ ...draft, roleId })}
      />
      <NewPinFields
        value={newPin}
        onChange={setNewPin}
        tried={tried && givesPin}
        {...(isNew
          ? { label: t`PIN` }
          : { hint: t`Leave both empty to keep the present one; a new one signs this person out` })}
      />
      {!isNew && (
        <Switch
          label={t`Works here`}
          hint={t`Switched off, this person is signed out at once and cannot sign in; what they did stays in every report`}
          checked={draft.active}
          onChange={(active) => setDraft({ ...draft, active })}
        />
      )}
    </EditDialog>
  );
}
