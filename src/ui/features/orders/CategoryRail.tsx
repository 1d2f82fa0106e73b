import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { Category } from '../../../domain/menu/menu.ts';
import { Panel } from '../../kit/Panel.tsx';
import { allCategories } from './use-menu-board.ts';
import './CategoryRail.css';

type CategoryRailProps = {
  categories: readonly Category[];
  /** None while a search looks through all of them. */
  value: string | undefined;
  onChange: (categoryId: string) => void;
};

export const CategoryRail = memo(function CategoryRail({
  categories,
  value,
  onChange,
}: CategoryRailProps) {
  const { t } = useLingui();
  const everything = { categoryId: allCategories, name: t`All`, emoji: '🍽️', hue: 265 };
  return (
    <Panel className="CategoryRail Scroll" aria-label={t`Categories`}>
      {[everything, ...categories].map((category) => (
        <button
          key={category.categoryId}
          type="button"
          className="CategoryRail-one Tinted"
          style={hueStyle(category.hue)}
          aria-pressed={category.categoryId === value}
          onClick={() => onChange(category.categoryId)}
        >
          <span className="CategoryRail-emoji" aria-hidden>
            {category.emoji}
          </span>
          <span className="CategoryRail-name">{category.name}</span>
        </button>
      ))}
    </Panel>
  );
});

function hueStyle(hue: number): CSSProperties & Record<'--hue', number> {
  return { '--hue': hue };
}
