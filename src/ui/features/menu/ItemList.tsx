import { useLingui } from '@lingui/react/macro';
import { Ban, ChevronRight, SearchX } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { CSSProperties } from 'react';
import { setSoldOut } from '../../../contract/menu.ts';
import type { Menu } from '../../../contract/menu.ts';
import { fold } from '../../../domain/menu/fold.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../kit/Badge.tsx';
import { Button } from '../../kit/Button.tsx';
import { DragList } from '../../kit/DragList.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { addressOfPicture } from './menu-queries.ts';
import type { Category, Item } from './menu-queries.ts';

/** Rows drawn at a time: a menu of thousands must not make the first tap wait. */
const pageSize = 30;

type ItemListProps = {
  menu: Menu;
  category: Category | undefined;
  typed: string;
  onEdit: (item: Item) => void;
  onReorder: (itemIds: string[]) => void;
};

/** The items of a category in their order, or whatever the search finds. */
export function ItemList({ menu, category, typed, onEdit, onReorder }: ItemListProps) {
  const { t } = useLingui();
  const [pages, setPages] = useState(1);
  const wanted = fold(useDeferredValue(typed));
  const folded = useMemo(
    () =>
      menu.items.map((item) => ({ item, text: fold(`${item.name} ${item.sku} ${item.barcode}`) })),
    [menu.items],
  );
  const hues = useMemo(
    () => new Map(menu.categories.map((one) => [one.categoryId, one])),
    [menu.categories],
  );
  const found = useMemo(
    () =>
      wanted === ''
        ? menu.items.filter((item) => item.categoryId === category?.categoryId)
        : folded.filter(({ text }) => text.includes(wanted)).map(({ item }) => item),
    [menu.items, folded, wanted, category?.categoryId],
  );
  const shown = found.slice(0, pages * pageSize);
  const rest = found.length - shown.length;
  // One for all rows: a mutation of its own in each would cost more than the row.
  const { mutate, isPending, variables } = useCommand(setSoldOut);
  const turn = useCallback(
    (item: Item) => mutate({ params: { itemId: item.itemId }, body: { soldOut: !item.soldOut } }),
    [mutate],
  );
  const row = (item: Item) => (
    <ItemRow
      item={item}
      category={hues.get(item.categoryId)}
      isTurning={isPending && variables.params.itemId === item.itemId}
      onEdit={onEdit}
      onTurn={turn}
    />
  );
  if (found.length === 0) {
    return wanted === '' ? (
      <EmptyState title={t`Nothing in this category yet`}>
        {t`Add an item; it appears on every till at once.`}
      </EmptyState>
    ) : (
      <EmptyState icon={<SearchX size={34} aria-hidden />} title={t`Nothing is called that`} />
    );
  }
  const name = category?.name ?? '';
  return (
    <div className="MenuPage-list Scroll">
      {wanted === '' ? (
        <DragList
          label={t`Items of ${name} in the order they are shown`}
          items={shown}
          itemKey={(item) => item.itemId}
          itemName={(item) => item.name}
          render={row}
          onReorder={onReorder}
        />
      ) : (
        <ul className="MenuList" aria-label={t`Found`}>
          {shown.map((item) => (
            <li key={item.itemId} className="MenuList-row">
              {row(item)}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button block variant="quiet" onClick={() => setPages(pages + 1)}>
          {t`Show more (${rest} left)`}
        </Button>
      )}
    </div>
  );
}

type ItemRowProps = {
  item: Item;
  category: Category | undefined;
  /** Sold out, or back, is being saved. */
  isTurning: boolean;
  onEdit: (item: Item) => void;
  onTurn: (item: Item) => void;
};

const ItemRow = memo(function ItemRow({ item, category, isTurning, onEdit, onTurn }: ItemRowProps) {
  const { t } = useLingui();
  const { amount } = useFormat();
  const style: CSSProperties & Record<'--hue', number> = { '--hue': category?.hue ?? 265 };
  const prices = item.portions
    .map((portion) => `${portion.name} ${amount(portion.price)}`.trim())
    .join(' · ');
  return (
    <div className="ItemRow" data-sold-out={item.soldOut || undefined}>
      <button type="button" className="ItemRow-open" onClick={() => onEdit(item)}>
        <span className="ItemRow-face Tinted" style={style} aria-hidden>
          {item.pictureId === null ? (
            item.emoji || category?.emoji || '🍽️'
          ) : (
            <img src={addressOfPicture(item.pictureId)} alt="" loading="lazy" />
          )}
        </span>
        <span className="MenuList-words">
          <span className="MenuList-name">{item.name}</span>
          <span className="MenuList-detail">{prices}</span>
        </span>
        {item.soldOut && <Badge tone="warning">{t`Sold out`}</Badge>}
        <ChevronRight size={20} aria-hidden className="ItemRow-arrow FlipsWithText" />
      </button>
      <Button
        variant="quiet"
        className="ItemRow-soldOut"
        icon={<Ban size={20} aria-hidden />}
        aria-pressed={item.soldOut}
        aria-label={item.soldOut ? t`${item.name} is back` : t`${item.name} is sold out`}
        title={item.soldOut ? t`It is back` : t`It is sold out`}
        busy={isTurning}
        onClick={() => onTurn(item)}
      />
    </div>
  );
});
