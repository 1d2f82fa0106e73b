import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { LayoutGrid, MousePointerClick, Plus, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { getFloor } from '../../../contract/floor.ts';
import type { Floor } from '../../../contract/floor.ts';
import { query } from '../../api/query.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { WhenRead } from '../../app/WhenRead.tsx';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { Segmented } from '../../kit/Segmented.tsx';
import { AreasDialog } from './AreasDialog.tsx';
import { freePlace, nextTableName } from './place.ts';
import { RoomCanvas } from './RoomCanvas.tsx';
import { TablePanel } from './TablePanel.tsx';
import { useTableDrafts } from './use-table-drafts.ts';
import './FloorEditorPage.css';

/** Areas and tables as the tills show them. */
export function FloorEditorPage() {
  const floor = useQuery(query(getFloor, {}));
  return <WhenRead of={floor}>{(data) => <FloorEditor floor={data} />}</WhenRead>;
}

function FloorEditor({ floor }: { floor: Floor }) {
  const { t } = useLingui();
  const [areaId, setAreaId] = useState<string | undefined>(undefined);
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const [editsAreas, setEditsAreas] = useState(false);
  const { drawn, change, draw, forget, failure } = useTableDrafts(floor.tables);
  const area = floor.areas.find((one) => one.areaId === areaId) ?? floor.areas[0];
  const here = drawn.filter((table) => table.areaId === area?.areaId);
  const chosen = here.find((table) => table.tableId === chosenId);
  const addTable = () => {
    if (!area) return;
    const tableId = uuidv7();
    const name = nextTableName(drawn.map((table) => table.name));
    const place = freePlace(here);
    change({ tableId, areaId: area.areaId, name, seats: 4, shape: 'square', ...place }, 'once');
    setChosenId(tableId);
  };
  return (
    <div className="FloorEditor">
      <Panel className="FloorEditor-room" aria-label={t`Room`}>
        <div className="FloorEditor-bar">
          {area && (
            <Segmented
              label={t`Area`}
              value={area.areaId}
              onChange={(next) => {
                setAreaId(next);
                setChosenId(undefined);
              }}
              options={floor.areas.map((one) => ({ id: one.areaId, label: one.name }))}
            />
          )}
          <Button icon={<SquarePen size={20} aria-hidden />} onClick={() => setEditsAreas(true)}>
            {t`Areas`}
          </Button>
          <Button
            variant="accent"
            className="FloorEditor-add"
            icon={<Plus size={20} aria-hidden />}
            disabled={!area}
            onClick={addTable}
          >
            {t`Add a table`}
          </Button>
        </div>
        {area ? (
          <RoomCanvas
            tables={here}
            chosenId={chosen?.tableId}
            onChoose={setChosenId}
            onDraw={draw}
            onChange={change}
          />
        ) : (
          <EmptyState
            icon={<LayoutGrid size={34} aria-hidden />}
            title={t`No room yet`}
            actions={
              <Button variant="accent" onClick={() => setEditsAreas(true)}>{t`Add an area`}</Button>
            }
          >
            {t`Tables stand in areas such as Terrace or Dining room.`}
          </EmptyState>
        )}
      </Panel>
      <Panel className="FloorEditor-table" padded aria-label={t`Chosen table`}>
        {chosen ? (
          <div className="FloorEditor-fields Scroll" key={chosen.tableId}>
            <TablePanel
              areas={floor.areas}
              table={chosen}
              isOccupied={
                floor.tables.find((one) => one.tableId === chosen.tableId)?.order !== null &&
                floor.tables.some((one) => one.tableId === chosen.tableId)
              }
              error={failure?.tableId === chosen.tableId ? failure.error : null}
              onChange={(table) => change(table, 'pause')}
              onRemoved={() => {
                forget(chosen.tableId);
                setChosenId(undefined);
              }}
            />
          </div>
        ) : (
          <EmptyState icon={<MousePointerClick size={34} aria-hidden />} title={t`Choose a table`}>
            {t`Drag tables to where they stand; pull their corner to resize them. Every change is saved by itself.`}
          </EmptyState>
        )}
      </Panel>
      {editsAreas && (
        <AreasDialog floor={floor} onAdded={setAreaId} onClose={() => setEditsAreas(false)} />
      )}
    </div>
  );
}
