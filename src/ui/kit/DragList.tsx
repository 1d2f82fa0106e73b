import { useLingui } from '@lingui/react/macro';
import { GripVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { movedTo } from './moved-to.ts';
import './DragList.css';

type DragListProps<Item> = {
  label: string;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** What a screen reader calls an item while it moves. */
  itemName: (item: Item) => string;
  render: (item: Item) => ReactNode;
  /** The keys in their new order, once it is let go. */
  onReorder: (keys: string[]) => void;
};

type Drag = { key: string; order: string[] };

/** Reordered by dragging the grip, or by the arrow keys on it. */
export function DragList<Item>({
  label,
  items,
  itemKey,
  itemName,
  render,
  onReorder,
}: DragListProps<Item>) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const [said, setSaid] = useState('');
  const keys = items.map(itemKey);
  const itemsByKey = new Map(items.map((item) => [itemKey(item), item]));
  const shown = drag?.order ?? keys;

  const moveDragged = (event: PointerEvent) => {
    if (!drag || !list.current) return;
    const over = [...list.current.children].findIndex((row) => {
      const box = row.getBoundingClientRect();
      return event.clientY >= box.top && event.clientY <= box.bottom;
    });
    if (over >= 0) setDrag({ ...drag, order: movedTo(drag.order, drag.key, over) });
  };
  const drop = () => {
    if (drag && drag.order.join() !== keys.join()) onReorder(drag.order);
    setDrag(undefined);
  };
  const moveByKey = (event: KeyboardEvent, key: string, name: string) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = keys.indexOf(key) + step;
    if (place < 0 || place >= keys.length) return;
    onReorder(movedTo(keys, key, place));
    const position = place + 1;
    const count = keys.length;
    setSaid(t`${name}, place ${position} of ${count}`);
  };

  return (
    <>
      <ul className="DragList" aria-label={label} ref={list}>
        {shown.map((key) => {
          const item = itemsByKey.get(key);
          if (item === undefined) return null;
          const name = itemName(item);
          return (
            <li key={key} className="DragList-row" data-dragged={drag?.key === key || undefined}>
              <button
                type="button"
                className="DragList-grip"
                aria-label={t`Move ${name}: drag, or use the arrow keys`}
                onKeyDown={(event) => moveByKey(event, key, name)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDrag({ key, order: keys });
                }}
                onPointerMove={moveDragged}
                onPointerUp={drop}
                onPointerCancel={() => setDrag(undefined)}
              >
                <GripVertical size={20} aria-hidden />
              </button>
              <div className="DragList-content">{render(item)}</div>
            </li>
          );
        })}
      </ul>
      <span className="VisuallyHidden" aria-live="assertive">
        {said}
      </span>
    </>
  );
}
