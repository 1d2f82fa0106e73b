import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ItemTile } from './ItemTile.tsx';
import type { Sellable } from './sellable-menu.ts';
import './TileGrid.css';

type TileGridProps = {
  items: readonly Sellable[];
  counts: ReadonlyMap<string, number>;
  onPick: (sold: Sellable) => void;
  onMore: (sold: Sellable) => void;
};

/** A screenful and more; the rest is drawn when somebody scrolls there. */
const atOnce = 30;

export function TileGrid({ items, counts, onPick, onMore }: TileGridProps) {
  const { t } = useLingui();
  const [drawn, setDrawn] = useState(atOnce);
  const end = useRef<HTMLDivElement>(null);
  const hasMore = drawn < items.length;
  useEffect(() => {
    const mark = end.current;
    if (!mark || drawn >= items.length) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setDrawn((before) => before + atOnce);
      },
      { rootMargin: '600px' },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, [drawn, items.length]);
  return (
    <div className="TileGrid-scroll Scroll">
      <div
        className="TileGrid"
        role="toolbar"
        tabIndex={-1}
        aria-label={t`Items`}
        onKeyDown={moveFocus}
      >
        {items.slice(0, drawn).map((sold) => (
          <ItemTile
            key={sold.item.itemId}
            sold={sold}
            count={counts.get(sold.item.itemId) ?? 0}
            onPick={onPick}
            onMore={onMore}
          />
        ))}
      </div>
      {hasMore && <div ref={end} className="TileGrid-end" />}
    </div>
  );
}

/** Arrows go from tile to tile, as the eye does. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('.ItemTile')];
  const at = tiles.indexOf(event.target as HTMLElement); // any element; -1 if it is no tile
  const first = tiles[0];
  if (at < 0 || !first) return;
  const columns = Math.max(
    1,
    tiles.findIndex((tile) => tile.offsetTop > first.offsetTop),
  );
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const steps: Record<string, number> = {
    [forward]: 1,
    [back]: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  tiles[at + step]?.focus();
}
