import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Welcome } from '../../../contract/site.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Clock } from './Clock.tsx';
import { LockFooter } from './LockFooter.tsx';
import { PersonTiles } from './PersonTiles.tsx';
import { PinPanel } from './PinPanel.tsx';
import './LockScreen.css';

const lastPersonKey = 'armorpos.last-person';

/** Who are you, and your PIN (U1). What was open stays open behind it (U5). */
export function LockScreen({ welcome }: { welcome: Welcome }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState(() => localStorage.getItem(lastPersonKey));
  const person = welcome.people.find((one) => one.staffId === chosen) ?? welcome.people[0];
  return (
    <main className="LockScreen">
      <Clock place={welcome.name} timeZone={welcome.timeZone} />
      <div className="LockScreen-people">
        <PersonTiles
          people={welcome.people}
          chosen={person?.staffId}
          onChoose={(staffId) => setChosen(staffId)}
        />
      </div>
      <div className="LockScreen-pin">
        {person ? (
          <PinPanel
            key={person.staffId}
            person={person}
            onSignedIn={() => localStorage.setItem(lastPersonKey, person.staffId)}
          />
        ) : (
          <EmptyState title={t`Nobody can sign in here yet`} />
        )}
      </div>
      <LockFooter />
    </main>
  );
}
