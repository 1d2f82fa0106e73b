import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import './DataTable.css';

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end, under one another. */
  align?: 'start' | 'end';
  /** Makes the heading a button that sorts. */
  sortBy?: (row: Row) => string | number;
  /** Its cell names the row for a screen reader. */
  rowHeader?: boolean;
};

type DataTableProps<Row> = {
  /** Names the table; shown above it unless hidden. */
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  foot?: ReactNode;
  empty?: ReactNode;
};

type Sorting = { column: string; descending: boolean };

export function DataTable<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  rowKey,
  foot,
  empty,
}: DataTableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting | undefined>(undefined);
  const ordered = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting]);
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable from the keyboard
    <div className="DataTable Scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="DataTable-table">
        <caption className={hideCaption ? 'VisuallyHidden' : 'DataTable-caption'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const active = sorting?.column === column.id ? sorting : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  data-align={column.align}
                  aria-sort={active ? (active.descending ? 'descending' : 'ascending') : undefined}
                >
                  {column.sortBy ? (
                    <button
                      type="button"
                      className="DataTable-sort"
                      onClick={() =>
                        setSorting({
                          column: column.id,
                          descending: active ? !active.descending : column.align === 'end',
                        })
                      }
                    >
                      {column.header}
                      <SortMark active={active} />
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}

function SortMark({ active }: { active: Sorting | undefined }) {
  if (!active) return <ArrowUpDown size={14} aria-hidden className="DataTable-idle" />;
  return active.descending ? (
    <ArrowDown size={14} aria-hidden />
  ) : (
    <ArrowUp size={14} aria-hidden />
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const by = columns.find((column) => column.id === sorting?.column)?.sortBy;
  if (!by || !sorting) return rows;
  const direction = sorting.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = by(a);
    const right = by(b);
    if (typeof left === 'number' && typeof right === 'number') return (left - right) * direction;
    return String(left).localeCompare(String(right), undefined, { numeric: true }) * direction;
  });
}
