import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { CSSProperties } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../kit/Badge.tsx';
import { portionLetters } from './sellable-menu.ts';
import type { Sellable } from './sellable-menu.ts';
import './ItemTile.css';

type ItemTileProps = {
  sold: Sellable;
  /** How many of it stand on the order. */
  count: number;
  onPick: (sold: Sellable) => void;
  onMore: (sold: Sellable) => void;
};

/** One item of the menu. A tap adds it, a long press tells more and marks it sold out. */
export const ItemTile = memo(function ItemTile({ sold, count, onPick, onMore }: ItemTileProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { item, hue, emoji } = sold;
  const prices = item.portions.map((portion) => portion.price);
  const price = format.amount(Math.min(...prices));
  const style: CSSProperties & Record<'--hue', number> = { '--hue': hue };
  return (
    <button
      type="button"
      className="ItemTile Tinted"
      style={style}
      title={item.name}
      data-sold-out={item.soldOut || undefined}
      onClick={() => onPick(sold)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMore(sold);
      }}
    >
      <span className="ItemTile-top">
        {item.pictureId === null ? (
          <span className="ItemTile-emoji" aria-hidden>
            {emoji}
          </span>
        ) : (
          <img
            className="ItemTile-picture"
            src={`/api/pictures/${item.pictureId}`}
            alt=""
            loading="lazy"
            decoding="async"
            width={44}
            height={44}
          />
        )}
        {item.soldOut ? (
          <span className="ItemTile-out">{t`Sold out`}</span>
        ) : (
          count > 0 && <Badge count>{count}</Badge>
        )}
      </span>
      <span className="ItemTile-name">{item.name}</span>
      <span className="ItemTile-foot">
        <span>{prices.length > 1 ? t`from ${price}` : price}</span>
        <span className="ItemTile-portions">
          {portionLetters(item.portions) ?? t`${item.portions.length} sizes`}
        </span>
      </span>
    </button>
  );
});
