import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { getStaff } from '../../../contract/staff.ts';
import type { StaffList } from '../../../contract/staff.ts';
import { query } from '../../api/query.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { WhenRead } from '../../app/WhenRead.tsx';
import { Avatar } from '../../kit/Avatar.tsx';
import { Badge } from '../../kit/Badge.tsx';
import { Button } from '../../kit/Button.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import { RoleMatrix } from './RoleMatrix.tsx';
import './PeoplePage.css';

type Person = StaffList['staff'][number];
type Role = StaffList['roles'][number];
type Opened =
  { kind: 'person'; person: Person; isNew: boolean } | { kind: 'role'; role: Role; isNew: boolean };

/** Who works here, and what each role may do. */
export function PeoplePage() {
  const staff = useQuery(query(getStaff, {}));
  return (
    <div className="OwnerScroll Scroll">
      <WhenRead of={staff}>{(data) => <People list={data} />}</WhenRead>
    </div>
  );
}

function People({ list }: { list: StaffList }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const roles = new Map(list.roles.map((role) => [role.roleId, role]));
  const active = list.staff.filter((person) => person.active);
  const inactive = list.staff.filter((person) => !person.active);
  const usual = list.roles.find((role) => role.roleId === 'cashier') ?? list.roles.at(-1);
  const addPerson = () =>
    setOpened({
      kind: 'person',
      isNew: true,
      person: { staffId: uuidv7(), name: '', roleId: usual?.roleId ?? '', active: true },
    });
  const row = (person: Person) => (
    <li key={person.staffId}>
      <button
        type="button"
        className="PersonRow"
        data-inactive={!person.active || undefined}
        onClick={() => setOpened({ kind: 'person', person, isNew: false })}
      >
        <Avatar name={person.name} />
        <span className="PersonRow-words">
          <span className="PersonRow-name">{person.name}</span>
          <span className="PersonRow-role">{roles.get(person.roleId)?.name}</span>
        </span>
        {!person.active && <Badge>{t`Deactivated`}</Badge>}
        <ChevronRight size={20} aria-hidden className="PersonRow-arrow FlipsWithText" />
      </button>
    </li>
  );
  return (
    <>
      <Panel padded aria-label={t`People`}>
        <div className="OwnerHead PeoplePage-head">
          <h2>{t`People`}</h2>
          <Button variant="accent" icon={<UserPlus size={20} aria-hidden />} onClick={addPerson}>
            {t`Add a person`}
          </Button>
        </div>
        <ul className="PeoplePage-people">{[...active, ...inactive].map(row)}</ul>
      </Panel>
      <Panel padded aria-label={t`Roles`}>
        <RoleMatrix
          list={list}
          onEdit={(role) => setOpened({ kind: 'role', role, isNew: false })}
          onAdd={() =>
            setOpened({
              kind: 'role',
              isNew: true,
              role: { roleId: uuidv7(), name: '', permissions: [] },
            })
          }
        />
      </Panel>
      {opened?.kind === 'person' && (
        <PersonDialog
          start={opened.person}
          isNew={opened.isNew}
          roles={list.roles}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened?.kind === 'role' && (
        <RoleDialog
          start={opened.role}
          isNew={opened.isNew}
          people={list.staff.filter((person) => person.roleId === opened.role.roleId).length}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
