import { useLingui } from '@lingui/react/macro';
import { Check, LockKeyhole, Minus, Pencil, Plus } from 'lucide-react';
import type { StaffList } from '../../../contract/staff.ts';
import { ownerRoleId, permissions } from '../../../domain/permission.ts';
import { Button } from '../../kit/Button.tsx';
import { permissionWords } from './permission-words.ts';
import './RoleMatrix.css';

type Role = StaffList['roles'][number];
type RoleMatrixProps = { list: StaffList; onEdit: (role: Role) => void; onAdd: () => void };

/** Who may do what, at a glance: permissions down, roles across. */
export function RoleMatrix({ list, onEdit, onAdd }: RoleMatrixProps) {
  const { t } = useLingui();
  return (
    <>
      <div className="OwnerHead PeoplePage-head">
        <h2>{t`What each role may do`}</h2>
        <Button icon={<Plus size={20} aria-hidden />} onClick={onAdd}>
          {t`Add a role`}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable from the keyboard */}
      <div className="RoleMatrix Scroll" role="region" aria-label={t`Roles`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="VisuallyHidden">{t`Permission`}</span>
              </th>
              {list.roles.map((role) => (
                <th key={role.roleId} scope="col">
                  {role.roleId === ownerRoleId ? (
                    <span className="RoleMatrix-fixed" title={t`An owner may always do everything`}>
                      {role.name}
                      <LockKeyhole size={16} aria-hidden />
                    </span>
                  ) : (
                    <Button
                      size="s"
                      icon={<Pencil size={16} aria-hidden />}
                      aria-label={t`Edit the role ${role.name}`}
                      onClick={() => onEdit(role)}
                    >
                      {role.name}
                    </Button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">
                  {t(permissionWords[permission].name)}
                  <span className="RoleMatrix-means">{t(permissionWords[permission].means)}</span>
                </th>
                {list.roles.map((role) => {
                  const may = role.permissions.includes(permission);
                  return (
                    <td key={role.roleId} data-may={may || undefined}>
                      {may ? (
                        <Check size={22} strokeWidth={3} aria-hidden />
                      ) : (
                        <Minus size={18} aria-hidden />
                      )}
                      <span className="VisuallyHidden">{may ? t`may` : t`may not`}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
