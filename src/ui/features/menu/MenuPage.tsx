import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Percent, Plus, UtensilsCrossed } from 'lucide-react';
import { useCallback, useState } from 'react';
import { reorderMenu } from '../../../contract/menu.ts';
import type { Menu as MenuData } from '../../../contract/menu.ts';
import { useCommand } from '../../api/use-command.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { WhenRead } from '../../app/WhenRead.tsx';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { SearchField } from '../../kit/SearchField.tsx';
import { CategoryDialog } from './CategoryDialog.tsx';
import { CategoryList } from './CategoryList.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { draftOf, newDraft } from './item-draft.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { ItemList } from './ItemList.tsx';
import { menuQuery } from './menu-queries.ts';
import type { Category, Item } from './menu-queries.ts';
import { TaxesDialog } from './TaxesDialog.tsx';
import './MenuPage.css';

type Opened =
  | { kind: 'item'; itemId: string }
  | { kind: 'new_item' }
  | { kind: 'category'; category: Category; isNew: boolean }
  | { kind: 'taxes' }
  | { kind: 'import' };

/** What is on the menu and in which order it is shown. */
export function MenuPage() {
  const menu = useQuery(menuQuery);
  return <WhenRead of={menu}>{(data) => <MenuEditor menu={data} />}</WhenRead>;
}

function MenuEditor({ menu }: { menu: MenuData }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const reorder = useCommand(reorderMenu);
  const category = menu.categories.find((one) => one.categoryId === chosenId) ?? menu.categories[0];
  const editItem = useCallback(
    (item: Item) => setOpened({ kind: 'item', itemId: item.itemId }),
    [],
  );
  const addCategory = () =>
    setOpened({
      kind: 'category',
      isNew: true,
      category: {
        categoryId: uuidv7(),
        name: '',
        emoji: '',
        hue: (menu.categories.length * 60 + 25) % 360,
        position: menu.categories.length,
      },
    });
  return (
    <div className="MenuPage">
      <Panel className="MenuPage-categories" aria-label={t`Categories`}>
        <CategoryList
          menu={menu}
          chosen={typed === '' ? category : undefined}
          onChoose={(next) => {
            setTyped('');
            setChosenId(next.categoryId);
          }}
          onEdit={(next) => setOpened({ kind: 'category', category: next, isNew: false })}
          onAdd={addCategory}
          onReorder={(categoryIds) => reorder.mutate({ body: { categoryIds, itemIds: [] } })}
        />
      </Panel>
      <Panel className="MenuPage-items" aria-label={t`Items`}>
        <div className="MenuPage-bar">
          <SearchField label={t`Search the menu`} value={typed} onChange={setTyped} />
          <Button
            icon={<Percent size={20} aria-hidden />}
            onClick={() => setOpened({ kind: 'taxes' })}
          >
            {t`Taxes`}
          </Button>
          <Button
            icon={<FileUp size={20} aria-hidden />}
            onClick={() => setOpened({ kind: 'import' })}
          >
            {t`Import`}
          </Button>
          <Button
            variant="accent"
            icon={<Plus size={20} aria-hidden />}
            disabled={menu.categories.length === 0}
            onClick={() => setOpened({ kind: 'new_item' })}
          >
            {t`Add an item`}
          </Button>
        </div>
        {menu.categories.length === 0 ? (
          <EmptyState
            icon={<UtensilsCrossed size={34} aria-hidden />}
            title={t`The menu is still empty`}
            actions={
              <>
                <Button variant="accent" onClick={addCategory}>{t`Add a category`}</Button>
                <Button onClick={() => setOpened({ kind: 'import' })}>{t`Import a menu`}</Button>
              </>
            }
          >
            {t`Begin with a category such as Pizza or Drinks, or bring a file.`}
          </EmptyState>
        ) : (
          <ItemList
            key={typed === '' ? category?.categoryId : 'search'}
            menu={menu}
            category={category}
            typed={typed}
            onEdit={editItem}
            onReorder={(itemIds) => reorder.mutate({ body: { categoryIds: [], itemIds } })}
          />
        )}
      </Panel>
      {opened && (
        <OpenedDialog
          menu={menu}
          opened={opened}
          category={category}
          onCategorySaved={setChosenId}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

type OpenedDialogProps = {
  menu: MenuData;
  opened: Opened;
  category: Category | undefined;
  onCategorySaved: (categoryId: string) => void;
  onClose: () => void;
};

function OpenedDialog({ menu, opened, category, onCategorySaved, onClose }: OpenedDialogProps) {
  // Made once: another screen's change must not replace what is being typed here.
  const [start] = useState(() => startOf(menu, opened, category));
  switch (opened.kind) {
    case 'item':
    case 'new_item': {
      if (!start) return null;
      const item = menu.items.find((one: Item) => one.itemId === start.itemId);
      const known = opened.kind === 'item' ? item : undefined;
      return <ItemDialog menu={menu} start={start} item={known} onClose={onClose} />;
    }
    case 'category':
      return (
        <CategoryDialog
          start={opened.category}
          isNew={opened.isNew}
          items={menu.items.filter((item) => item.categoryId === opened.category.categoryId).length}
          onSaved={onCategorySaved}
          onClose={onClose}
        />
      );
    case 'taxes':
      return <TaxesDialog menu={menu} onClose={onClose} />;
    case 'import':
      return <ImportDialog onClose={onClose} />;
  }
}

function startOf(menu: MenuData, opened: Opened, category: Category | undefined) {
  if (opened.kind === 'new_item') return newDraft(category, menu.items.length);
  if (opened.kind !== 'item') return undefined;
  const item = menu.items.find((one) => one.itemId === opened.itemId);
  return item && draftOf(item);
}
