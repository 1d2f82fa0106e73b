import { useLingui } from '@lingui/react/macro';
import { Scaling, Users } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { grid, movedBy, resizedBy } from './place.ts';
import type { Place } from './place.ts';
import type { DrawnTable } from './use-table-drafts.ts';
import './RoomCanvas.css';

type RoomCanvasProps = {
  tables: readonly DrawnTable[];
  chosenId: string | undefined;
  onChoose: (tableId: string | undefined) => void;
  onDraw: (table: DrawnTable) => void;
  /** Let go, or moved by a key. */
  onChange: (table: DrawnTable, at: 'once' | 'pause') => void;
};

type Hold = { table: DrawnTable; resizes: boolean; fromX: number; fromY: number; moved: boolean };

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-grid, 0],
  ArrowRight: [grid, 0],
  ArrowUp: [0, -grid],
  ArrowDown: [0, grid],
};

/** The room from above. Tables are dragged, or moved by the arrow keys; with Shift they are resized. */
export function RoomCanvas({ tables, chosenId, onChoose, onDraw, onChange }: RoomCanvasProps) {
  const { t } = useLingui();
  const room = useRef<HTMLDivElement>(null);
  const hold = useRef<Hold | undefined>(undefined);

  const placeNow = (event: PointerEvent): DrawnTable | undefined => {
    const held = hold.current;
    const box = room.current?.getBoundingClientRect();
    if (!held || !box) return undefined;
    const dx = ((event.clientX - held.fromX) / box.width) * 100;
    const dy = ((event.clientY - held.fromY) / box.height) * 100;
    const place: Place = held.resizes ? resizedBy(held.table, dx, dy) : movedBy(held.table, dx, dy);
    return { ...held.table, ...place };
  };
  const take = (event: PointerEvent<HTMLElement>, table: DrawnTable, resizes: boolean) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    hold.current = { table, resizes, fromX: event.clientX, fromY: event.clientY, moved: false };
    onChoose(table.tableId);
  };
  const follow = (event: PointerEvent) => {
    const held = hold.current;
    const next = placeNow(event);
    if (!held || !next) return;
    const far = Math.hypot(event.clientX - held.fromX, event.clientY - held.fromY) > 4;
    // A tap trembles a little: it chooses and does not move.
    if (!held.moved && !far) return;
    held.moved = true;
    onDraw(next);
  };
  const drop = (event: PointerEvent) => {
    const next = placeNow(event);
    if (hold.current?.moved && next) onChange(next, 'once');
    hold.current = undefined;
  };
  const moveByKey = (event: KeyboardEvent, table: DrawnTable) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const [dx, dy] = step;
    const place = event.shiftKey ? resizedBy(table, dx, dy) : movedBy(table, dx, dy);
    onChange({ ...table, ...place }, 'pause');
  };

  return (
    <div
      ref={room}
      className="RoomCanvas"
      role="group"
      aria-label={t`The room: choose a table, then move it with the arrow keys, or resize it with Shift and the arrow keys`}
      onPointerDown={() => onChoose(undefined)}
    >
      {tables.map((table) => (
        <div
          key={table.tableId}
          className="RoomTable"
          data-shape={table.shape}
          data-chosen={table.tableId === chosenId || undefined}
          style={{
            left: `${table.x}%`,
            top: `${table.y}%`,
            width: `${table.width}%`,
            height: `${table.height}%`,
          }}
        >
          <button
            type="button"
            className="RoomTable-face"
            aria-pressed={table.tableId === chosenId}
            onPointerDown={(event) => take(event, table, false)}
            onPointerMove={follow}
            onPointerUp={drop}
            onPointerCancel={drop}
            onClick={() => onChoose(table.tableId)}
            onKeyDown={(event) => moveByKey(event, table)}
          >
            <span className="RoomTable-name">{table.name}</span>
            <span className="RoomTable-seats">
              <Users size={14} aria-hidden />
              {table.seats}
              <span className="VisuallyHidden">{t`seats`}</span>
            </span>
          </button>
          {table.tableId === chosenId && (
            <span
              className="RoomTable-corner"
              aria-hidden
              onPointerDown={(event) => take(event, table, true)}
              onPointerMove={follow}
              onPointerUp={drop}
              onPointerCancel={drop}
            >
              <Scaling size={16} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
