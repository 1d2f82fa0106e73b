import type { Floor } from '../../../contract/floor.ts';
import { statusIcons, useTableWords } from './use-table-words.ts';
import './TableTile.css';

type TableTileProps = {
  table: Floor['tables'][number];
  now: number;
  onOpen: (table: Floor['tables'][number]) => void;
};

/** A table as drawn: status by colour, icon and word (X3). */
export function TableTile({ table, now, onOpen }: TableTileProps) {
  const words = useTableWords()(table, now);
  const Icon = statusIcons[table.status];
  return (
    <button
      type="button"
      className="TableTile"
      data-status={table.status}
      data-shape={table.shape}
      onClick={() => onOpen(table)}
    >
      <span className="TableTile-name">
        <span className="VisuallyHidden">{words.name}</span>
        <span aria-hidden>{table.name}</span>
      </span>{' '}
      {words.due !== '' && <span className="TableTile-due">{words.due}</span>}{' '}
      <span className="TableTile-status">
        <Icon size={16} aria-hidden />
        {words.status}
      </span>{' '}
      {table.order && (
        <span className="TableTile-facts">
          {words.guests !== '' && <span>{words.guests}</span>} <span>{words.seated}</span>{' '}
          <span>{words.servedBy}</span>
        </span>
      )}
    </button>
  );
}
