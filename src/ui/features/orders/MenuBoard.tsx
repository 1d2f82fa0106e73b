import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Order } from '../../../domain/order/order.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { CategoryRail } from './CategoryRail.tsx';
import { TileGrid } from './TileGrid.tsx';
import type { MenuBoardState } from './use-menu-board.ts';
import './MenuBoard.css';

/** Categories and tiles. */
export function MenuBoard({ board, order }: { board: MenuBoardState; order: Order | undefined }) {
  const { t } = useLingui();
  const lines = order?.lines;
  const counts = useMemo(() => {
    const byItem = new Map<string, number>();
    for (const line of lines ?? []) {
      if (!line.voided) byItem.set(line.itemId, (byItem.get(line.itemId) ?? 0) + line.quantity);
    }
    return byItem;
  }, [lines]);
  const { menu, searched } = board;
  if (!menu) return null;
  return (
    <>
      <CategoryRail
        categories={menu.categories}
        value={searched.trim() === '' ? board.categoryId : undefined}
        onChange={board.setCategoryId}
      />
      <section className="MenuBoard" aria-label={t`Menu`}>
        {board.isMarking && (
          <div className="MenuBoard-marking">
            <Banner
              tone="warning"
              title={t`Tap what is sold out, or back`}
              actions={<Button onClick={board.toggleMarking}>{t`Done`}</Button>}
            />
          </div>
        )}
        {menu.all.length === 0 ? (
          <EmptyState title={t`The menu is empty`} icon="🍽️">
            {t`Add items in the menu editor, or import a menu.`}
          </EmptyState>
        ) : board.shown.length === 0 ? (
          <EmptyState
            title={t`Nothing on the menu is called “${searched}”`}
            actions={<Button onClick={() => board.setTyped('')}>{t`Show the whole menu`}</Button>}
          />
        ) : (
          <TileGrid
            // Another category starts at its top.
            key={searched.trim() === '' ? board.categoryId : 'search'}
            items={board.shown}
            counts={counts}
            onPick={board.pick}
            onMore={board.showItem}
          />
        )}
      </section>
    </>
  );
}
