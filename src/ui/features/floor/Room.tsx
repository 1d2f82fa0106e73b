import type { CSSProperties } from 'react';
import type { Floor } from '../../../contract/floor.ts';
import { TableTile } from './TableTile.tsx';
import './Room.css';

type RoomProps = {
  tables: Floor['tables'];
  now: number;
  onOpen: (table: Floor['tables'][number]) => void;
};

/** The room as the owner drew it. Read by rows, so that Tab goes round it like a waiter. */
export function Room({ tables, now, onOpen }: RoomProps) {
  const byRows = [...tables].sort((a, b) => a.y - b.y || a.x - b.x);
  return (
    <ul className="Room">
      {byRows.map((table) => (
        <li key={table.tableId} className="Room-place" style={placeOf(table)}>
          <TableTile table={table} now={now} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

type Place = CSSProperties & Record<'--x' | '--y' | '--w' | '--h', string>;

function placeOf(table: Floor['tables'][number]): Place {
  return {
    '--x': `${table.x}%`,
    '--y': `${table.y}%`,
    '--w': `${table.width}%`,
    '--h': `${table.height}%`,
  };
}
