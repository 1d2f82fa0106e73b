import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { getFloor } from '../../../contract/floor.ts';
import type { OrderLine } from '../../../domain/order/order.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { query } from '../../api/query.ts';
import { useSession } from '../../app/session.ts';
import '../../app/Till.css';
import { TopBar } from '../../app/TopBar.tsx';
import { Button } from '../../kit/Button.tsx';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { useOrder } from '../../order/use-order.ts';
import { useOrderWords } from '../../order/use-order-words.ts';
import { OrderChips } from './OrderChips.tsx';
import { OrderDialogs } from './OrderDialogs.tsx';
import type { OpenDialog } from './OrderDialogs.tsx';
import { OrderPanel } from './OrderPanel.tsx';
import { OrderPocket } from './OrderPocket.tsx';
import { MenuBoard } from './MenuBoard.tsx';
import { useMenuBoard } from './use-menu-board.ts';
import { useOrderKeys } from './use-order-keys.ts';
import { useOrderTaps } from './use-order-taps.ts';
import { useSettle } from './use-settle.ts';
import { useTillMenu } from './use-till-menu.ts';
import type { Desk } from './use-desk.ts';
import './OrderDesk.css';

/** One order: the menu to tap on, and what was tapped. */
export function OrderDesk({ deskId, draft }: Pick<Desk, 'deskId' | 'draft'>) {
  const { t, i18n } = useLingui();
  const [, go] = useLocation();
  const { may } = useSession();
  const words = useOrderWords();
  const till = useTillMenu();
  const desk = useOrder(deskId, { isDraft: draft !== undefined });
  const floor = useQuery({ ...query(getFloor, {}), enabled: draft?.tableId !== null });
  const [covers, setCovers] = useState(0);
  const [dialog, setDialog] = useState<OpenDialog | undefined>(undefined);
  const searchField = useRef<HTMLInputElement>(null);
  const [showsOrder, setShowsOrder] = useState(false);

  const table = floor.data?.tables.find((each) => each.tableId === draft?.tableId);
  const opening =
    draft && till.site
      ? { ...draft, table: table?.name ?? '', covers, rules: till.site }
      : undefined;
  const taps = useOrderTaps(desk, opening, till.menu);
  const settle = useSettle(desk, taps, till.tenders);
  const board = useMenuBoard({
    menu: till.menu,
    isLocked: settle.isPaying,
    onAdd: taps.add,
    onDialog: setDialog,
  });
  const { order, view } = desk;
  const isOpen = order === undefined || order.status === 'open' || order.status === 'billing';
  useOrderKeys({ searchField, board, taps, settle, desk });

  // The order has its own address once the server has opened it; the one that stood there already, if so (O5).
  // What was tapped here goes to that one too: its answer says which it is.
  const takenId = view.pending.length === 0 ? table?.order?.orderId : undefined;
  const openedId = desk.known ? view.orderId : takenId;
  useEffect(() => {
    if (draft && openedId !== undefined) go(`/orders/${openedId}`, { replace: true });
  }, [draft, openedId, go]);
  // Paid or freed, here or on another screen: there is nothing left to do on this one.
  const status = desk.known?.order.status;
  useEffect(() => {
    if (status === 'paid') go(`/orders/${view.orderId}/pay`, { replace: true });
    if (status === 'cancelled') go('/floor', { replace: true });
  }, [status, view.orderId, go]);

  const title = order
    ? words.title(order)
    : draft
      ? words.title({ table: table?.name ?? '', dining: draft.dining })
      : t`Order`;
  const failure = desk.error && !desk.known ? desk.error : till.error;
  const leave = () => {
    taps.freeIfEmpty();
    go('/floor');
  };
  const select = (line: OrderLine | undefined) => board.select(line?.lineId);

  return (
    <div className="Till-screen OrderDesk" data-shows={showsOrder ? 'order' : 'menu'}>
      <TopBar title={title} onBack={leave}>
        <OrderChips
          order={order}
          covers={order?.covers ?? covers}
          canSeat={(order?.tableId ?? draft?.tableId ?? null) !== null}
          board={board}
          searchField={searchField}
          onCovers={() => setDialog({ kind: 'covers' })}
        />
      </TopBar>
      <main className="OrderDesk-body">
        {failure ? (
          <Panel className="OrderDesk-failed">
            <ErrorState
              title={problemWords(i18n, failure)}
              reference={problemReference(failure)}
              onRetry={() => {
                till.retry();
                desk.refetch();
              }}
              actions={<Button onClick={() => go('/floor')}>{t`To the floor`}</Button>}
            />
          </Panel>
        ) : (
          <>
            {till.menu ? (
              <MenuBoard board={board} order={order} />
            ) : (
              <div className="OrderDesk-loading">
                <LoadingState rows={6} />
              </div>
            )}
            <OrderPanel
              desk={desk}
              taps={taps}
              settle={settle}
              site={till.site}
              isDraft={draft !== undefined}
              canSell={isOpen}
              canMark={may('menu.sold_out')}
              selectedId={board.selectedId}
              onSelect={select}
              onDialog={setDialog}
              onMark={board.toggleMarking}
              onClose={() => setShowsOrder(false)}
            />
            <OrderPocket desk={desk} onOpen={() => setShowsOrder(true)} />
          </>
        )}
      </main>
      <OrderDialogs
        dialog={dialog}
        desk={desk}
        taps={taps}
        menu={till.menu}
        covers={order?.covers ?? covers}
        onAddPortion={board.addPortion}
        onCovers={(next) => (order ? taps.changeCovers(next) : setCovers(next))}
        onDialog={setDialog}
      />
    </div>
  );
}
