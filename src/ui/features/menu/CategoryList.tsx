import { useLingui } from '@lingui/react/macro';
import { Pencil, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import type { Menu } from '../../../contract/menu.ts';
import { Button } from '../../kit/Button.tsx';
import { DragList } from '../../kit/DragList.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import type { Category } from './menu-queries.ts';

type CategoryListProps = {
  menu: Menu;
  chosen: Category | undefined;
  onChoose: (category: Category) => void;
  onEdit: (category: Category) => void;
  onAdd: () => void;
  onReorder: (categoryIds: string[]) => void;
};

export function CategoryList({
  menu,
  chosen,
  onChoose,
  onEdit,
  onAdd,
  onReorder,
}: CategoryListProps) {
  const { t } = useLingui();
  const counts = useMemo(() => {
    const byCategory = new Map<string, number>();
    for (const item of menu.items) {
      byCategory.set(item.categoryId, (byCategory.get(item.categoryId) ?? 0) + 1);
    }
    return byCategory;
  }, [menu.items]);
  return (
    <>
      <div className="MenuPage-list Scroll">
        <DragList
          label={t`Categories in the order they are shown`}
          items={menu.categories}
          itemKey={(one) => one.categoryId}
          itemName={(one) => one.name}
          onReorder={onReorder}
          render={(one) => {
            const style: CSSProperties & Record<'--hue', number> = { '--hue': one.hue };
            return (
              <>
                <button
                  type="button"
                  className="CategoryRow Tinted"
                  style={style}
                  aria-pressed={one.categoryId === chosen?.categoryId}
                  onClick={() => onChoose(one)}
                >
                  <span className="CategoryRow-emoji" aria-hidden>
                    {one.emoji || '🍽️'}
                  </span>
                  <span className="CategoryRow-name">{one.name}</span>
                  <span className="CategoryRow-count">{counts.get(one.categoryId) ?? 0}</span>
                </button>
                <IconButton
                  variant="quiet"
                  label={t`Edit ${one.name}`}
                  icon={<Pencil size={18} aria-hidden />}
                  onClick={() => onEdit(one)}
                />
              </>
            );
          }}
        />
      </div>
      <Button block icon={<Plus size={20} aria-hidden />} onClick={onAdd}>
        {t`Add a category`}
      </Button>
    </>
  );
}
