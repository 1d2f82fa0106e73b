import { useLingui } from '@lingui/react/macro';
import { ChevronRight } from 'lucide-react';
import type { Floor } from '../../../contract/floor.ts';
import { statusIcons, useTableWords } from './use-table-words.ts';
import './FloorTableList.css';

type FloorTableListProps = {
  tables: Floor['tables'];
  now: number;
  onOpen: (table: Floor['tables'][number]) => void;
};

/** The same tables as rows: for a phone, the keyboard and a screen reader. */
export function FloorTableList({ tables, now, onOpen }: FloorTableListProps) {
  const { t } = useLingui();
  const wordsOf = useTableWords();
  return (
    <ul className="FloorTableList" aria-label={t`Tables`}>
      {tables.map((table) => {
        const words = wordsOf(table, now);
        const Icon = statusIcons[table.status];
        const facts = [words.guests || words.seats, words.seated, words.servedBy];
        return (
          <li key={table.tableId}>
            <button
              type="button"
              className="FloorTableList-row"
              data-status={table.status}
              onClick={() => onOpen(table)}
            >
              <span className="FloorTableList-icon">
                <Icon size={20} aria-hidden />
              </span>
              <span className="FloorTableList-words">
                <span className="FloorTableList-name">{words.name}</span>
                <span className="FloorTableList-facts">
                  <span className="FloorTableList-status">{words.status}</span>
                  {facts
                    .filter((fact) => fact !== '')
                    .map((fact) => (
                      <span key={fact} className="FloorTableList-fact">
                        {fact}
                      </span>
                    ))}
                </span>
              </span>
              <span className="FloorTableList-due">{words.due}</span>
              <ChevronRight size={18} aria-hidden className="FlipsWithText" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
