import { useLingui } from '@lingui/react/macro';
import { Clock, Users, X } from 'lucide-react';
import type { RefObject } from 'react';
import type { Order } from '../../../domain/order/order.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { SearchField } from '../../kit/SearchField.tsx';
import { useOrderWords } from '../../order/use-order-words.ts';
import { minutesSince, useNow } from '../../order/use-now.ts';
import type { MenuBoardState } from './use-menu-board.ts';
import './OrderChips.css';

type OrderChipsProps = {
  order: Order | undefined;
  covers: number;
  canSeat: boolean;
  board: MenuBoardState;
  searchField: RefObject<HTMLInputElement | null>;
  onCovers: () => void;
};

/** Beside the title: guests, how long they sit, and the search. */
export function OrderChips({
  order,
  covers,
  canSeat,
  board,
  searchField,
  onCovers,
}: OrderChipsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useOrderWords();
  const now = useNow();
  const { count } = board;
  return (
    <>
      {canSeat && (
        <Button
          className="OrderChips-chip"
          icon={<Users size={18} aria-hidden />}
          aria-label={covers > 0 ? t`${words.guests(covers)}: change` : t`Set the number of guests`}
          onClick={onCovers}
        >
          {covers > 0 ? String(covers) : t`Guests`}
        </Button>
      )}
      {order && canSeat && (
        <span className="OrderChips-chip OrderChips-time">
          <Clock size={18} aria-hidden />
          {format.duration(minutesSince(order.openedAt, now))}
        </span>
      )}
      <SearchField
        ref={searchField}
        className="OrderChips-search"
        label={t`Search the menu`}
        shortcut="/"
        enterKeyHint="done"
        value={board.typed}
        onChange={board.setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            board.pickFirst();
            event.currentTarget.blur();
          } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('.ItemTile')?.focus();
          } else if (event.key === 'Escape' && board.typed === '') event.currentTarget.blur();
        }}
      />
      {count !== '' && (
        <Button
          className="OrderChips-count"
          variant="soft"
          icon={<X size={16} aria-hidden />}
          aria-label={t`${count} of the next item: clear`}
          onClick={board.clearCount}
        >
          {t`${count} ×`}
        </Button>
      )}
    </>
  );
}
