import { useDeferredValue, useMemo, useState } from 'react';
import { setSoldOut } from '../../../contract/menu.ts';
import type { Portion } from '../../../domain/menu/menu.ts';
import type { LineItem } from '../../../domain/order/order.ts';
import { useCommand } from '../../api/use-command.ts';
import type { OpenDialog } from './OrderDialogs.tsx';
import { searchMenu } from './search-menu.ts';
import type { Sellable, SellableMenu } from './sellable-menu.ts';
import { useStable } from '../../order/use-stable.ts';

export type MenuBoardState = ReturnType<typeof useMenuBoard>;

/** The category that holds everything. */
export const allCategories = '';
const mostAtOnce = 999;

type MenuBoardInput = {
  menu: SellableMenu | undefined;
  /** A payment is on its way: nothing may be added. */
  isLocked: boolean;
  onAdd: (item: LineItem, quantity: number) => void;
  onDialog: (dialog: OpenDialog | undefined) => void;
};

/** What of the menu is in view, and what a tap on it does. */
export function useMenuBoard({ menu, isLocked, onAdd, onDialog }: MenuBoardInput) {
  const [categoryId, setCategoryId] = useState(allCategories);
  const [typed, setTyped] = useState('');
  const [count, setCount] = useState('');
  const [selectedId, setSelectedId] = useState<string | undefined>(undefined);
  const [isMarking, setMarking] = useState(false);
  const markSoldOut = useCommand(setSoldOut);
  // A keystroke is drawn first, its hits right after: typing never waits for tiles.
  const searched = useDeferredValue(typed);

  const shown = useMemo(() => {
    if (!menu) return [];
    if (searched.trim() !== '') return searchMenu(menu.all, searched);
    return menu.byCategory.get(categoryId) ?? menu.all;
  }, [menu, searched, categoryId]);

  const mark = (sold: Sellable) =>
    markSoldOut.mutate({
      params: { itemId: sold.item.itemId },
      body: { soldOut: !sold.item.soldOut },
    });
  const addPortion = (sold: Sellable, portion: Portion) => {
    if (!menu || isLocked) return;
    onAdd(menu.lineItem(sold, portion), count === '' ? 1 : Number(count));
    setCount('');
    setTyped('');
  };
  const pick = useStable((sold: Sellable) => {
    if (isMarking) mark(sold);
    else if (sold.item.soldOut) onDialog({ kind: 'item', sold });
    else if (sold.item.portions.length === 1 && sold.item.portions[0]) {
      addPortion(sold, sold.item.portions[0]);
    } else onDialog({ kind: 'portions', sold });
  });
  const showItem = useStable((sold: Sellable) => onDialog({ kind: 'item', sold }));

  return {
    menu,
    shown,
    searched,
    categoryId,
    setCategoryId: (id: string) => {
      setCategoryId(id);
      setTyped('');
    },
    typed,
    setTyped,
    /** How many the next tap adds, as typed before it; empty for one. */
    count,
    typeCount: (digit: string) =>
      setCount((before) => {
        const next = `${before}${digit}`.replace(/^0+/, '');
        return Number(next) > mostAtOnce ? before : next;
      }),
    clearCount: () => setCount(''),
    selectedId,
    select: setSelectedId,
    isMarking,
    toggleMarking: () => setMarking((before) => !before),
    pick,
    pickFirst: () => {
      const [first] = menu ? searchMenu(menu.all, typed) : [];
      if (first && typed.trim() !== '') pick(first);
    },
    showItem,
    addPortion,
  };
}
