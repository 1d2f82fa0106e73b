import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { Welcome } from '../../../contract/site.ts';
import { Avatar } from '../../kit/Avatar.tsx';
import './PersonTiles.css';

type PersonTilesProps = {
  people: Welcome['people'];
  chosen: string | undefined;
  onChoose: (staffId: string) => void;
};

export function PersonTiles({ people, chosen, onChoose }: PersonTilesProps) {
  const { t } = useLingui();
  const name = useId();
  return (
    <div className="PersonTiles Scroll" role="radiogroup" aria-label={t`Who are you?`}>
      {people.map((person) => (
        <label key={person.staffId} className="PersonTiles-tile">
          <input
            type="radio"
            className="VisuallyHidden"
            name={name}
            checked={person.staffId === chosen}
            onChange={() => onChoose(person.staffId)}
          />
          <span className="PersonTiles-face">
            <Avatar name={person.name} size="l" />
            <span className="PersonTiles-words">
              <span className="PersonTiles-name" title={person.name}>
                {person.name}
              </span>
              <span className="PersonTiles-role">{person.role}</span>
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
