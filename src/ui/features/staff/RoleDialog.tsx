import { useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { removeRole, saveRole } from '../../../contract/staff.ts';
import type { StaffList } from '../../../contract/staff.ts';
import { permissions } from '../../../domain/permission.ts';
import type { Permission } from '../../../domain/permission.ts';
import { fieldProblem } from '../../api/field-problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { EditDialog } from '../../app/EditDialog.tsx';
import { ConfirmHold } from '../../kit/ConfirmHold.tsx';
import { notify } from '../../kit/notices.ts';
import { Switch } from '../../kit/Switch.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { permissionWords } from './permission-words.ts';

type RoleDialogProps = {
  start: StaffList['roles'][number];
  isNew: boolean;
  people: number;
  onClose: () => void;
};

/** A role as a set of permissions; what is taken away is gone at the next tap (U2). */
export function RoleDialog({ start, isNew, people, onClose }: RoleDialogProps) {
  const { t } = useLingui();
  const [name, setName] = useState(start.name);
  const [allowed, setAllowed] = useState<ReadonlySet<Permission>>(new Set(start.permissions));
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const params = { roleId: start.roleId };
  const shownName = name.trim();
  const chosen = permissions.filter((permission) => allowed.has(permission));
  const before = permissions.filter((permission) => start.permissions.includes(permission));
  const saving = useCommand(saveRole, {
    onSuccess: () => {
      notify({ text: t`The role ${shownName} is saved` });
      onClose();
    },
    onError: setError,
  });
  const removing = useCommand(removeRole, {
    onSuccess: () => {
      notify({ text: t`The role ${shownName} is gone` });
      onClose();
    },
    onError: setError,
  });
  const allow = (permission: Permission, on: boolean) => {
    const next = new Set(allowed);
    if (on) next.add(permission);
    else next.delete(permission);
    setAllowed(next);
  };
  return (
    <EditDialog
      title={isNew ? t`New role` : start.name}
      isDirty={isNew || name !== start.name || chosen.join() !== before.join()}
      isSaving={saving.isPending}
      error={error}
      onSave={() => {
        setTried(true);
        if (shownName !== '') saving.mutate({ params, body: { name, permissions: chosen } });
      }}
      onClose={onClose}
    >
      <TextField
        label={t`Name`}
        required
        value={name}
        maxLength={60}
        error={tried && shownName === '' ? t`Write a name.` : fieldProblem(error, 'name')}
        onChange={setName}
      />
      <fieldset className="EditDialog-group">
        <legend className="EditDialog-heading">{t`May`}</legend>
        {permissions.map((permission) => (
          <Switch
            key={permission}
            label={t(permissionWords[permission].name)}
            hint={t(permissionWords[permission].means)}
            checked={allowed.has(permission)}
            onChange={(on) => allow(permission, on)}
          />
        ))}
      </fieldset>
      {!isNew && (
        <div className="EditDialog-apart">
          <p className="OwnerNote">
            {people === 0
              ? t`Nobody has this role; it can go.`
              : t`${people} people have this role. Give them another one first, then it can go.`}
          </p>
          <ConfirmHold
            icon={<Trash2 size={20} aria-hidden />}
            disabled={people > 0 || removing.isPending}
            onConfirm={() => removing.mutate({ params })}
          >
            {t`Hold to remove the role`}
          </ConfirmHold>
        </div>
      )}
    </EditDialog>
  );
}
