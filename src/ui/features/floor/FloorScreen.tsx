import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { LayoutGrid, List, ShoppingBag, Zap } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { getFloor } from '../../../contract/floor.ts';
import type { Floor } from '../../../contract/floor.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { query } from '../../api/query.ts';
import { TopBar } from '../../app/TopBar.tsx';
import '../../app/Till.css';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { Segmented } from '../../kit/Segmented.tsx';
import { useNow } from '../../order/use-now.ts';
import { FloorSide } from './FloorSide.tsx';
import { FloorTableList } from './FloorTableList.tsx';
import { Room } from './Room.tsx';
import './FloorScreen.css';

type View = 'room' | 'list';

/** A room of a dozen tables cannot be tapped on a phone: there the list comes first. */
const narrow = matchMedia('(max-width: 640px)');

/** All tables as they stand, live; where a waiter starts from. */
export function FloorScreen() {
  const { t, i18n } = useLingui();
  const [, go] = useLocation();
  const floor = useQuery(query(getFloor, {}));
  const now = useNow();
  const [view, setView] = useState<View>(narrow.matches ? 'list' : 'room');
  const [chosenArea, setChosenArea] = useState<string | null>(null);
  const areas = floor.data?.areas ?? [];
  const areaId = areas.some((area) => area.areaId === chosenArea) ? chosenArea : areas[0]?.areaId;
  const tables = floor.data?.tables.filter((table) => table.areaId === areaId) ?? [];
  const open = (table: Floor['tables'][number]) =>
    go(table.order ? `/orders/${table.order.orderId}` : `/orders/new?table=${table.tableId}`);

  return (
    <div className="Till-screen FloorScreen">
      <TopBar title={t`Floor`}>
        {areas.length > 1 && areaId && (
          <Segmented
            label={t`Area`}
            value={areaId}
            onChange={setChosenArea}
            options={areas.map((area) => ({ id: area.areaId, label: area.name }))}
          />
        )}
        <Button
          icon={
            view === 'room' ? <List size={18} aria-hidden /> : <LayoutGrid size={18} aria-hidden />
          }
          onClick={() => setView(view === 'room' ? 'list' : 'room')}
        >
          {view === 'room' ? t`List` : t`Room`}
        </Button>
      </TopBar>
      <main className="FloorScreen-body">
        <Panel className="FloorScreen-room" aria-label={t`Tables`}>
          <div className="FloorScreen-tables Scroll">
            {floor.isPending ? (
              <LoadingState rows={5} />
            ) : !floor.data ? (
              <ErrorState
                title={problemWords(i18n, floor.error)}
                reference={problemReference(floor.error)}
                onRetry={() => void floor.refetch()}
              />
            ) : tables.length === 0 ? (
              <EmptyState title={t`There are no tables here yet`} icon="🪑">
                {t`Sell over the counter below, or draw the room in the floor editor.`}
              </EmptyState>
            ) : view === 'room' ? (
              <Room tables={tables} now={now} onOpen={open} />
            ) : (
              <FloorTableList tables={tables} now={now} onOpen={open} />
            )}
          </div>
          <div className="FloorScreen-counter">
            <Button
              size="xl"
              variant="soft"
              icon={<Zap size={22} aria-hidden />}
              onClick={() => go('/orders/new?quick')}
            >
              {t`Quick sale`}
            </Button>
            <Button
              size="xl"
              variant="soft"
              icon={<ShoppingBag size={22} aria-hidden />}
              onClick={() => go('/orders/new?to_go')}
            >
              {t`To go`}
            </Button>
          </div>
        </Panel>
        <FloorSide
          floor={floor.data}
          isStale={floor.isError && floor.data !== undefined}
          now={now}
        />
      </main>
    </div>
  );
}
