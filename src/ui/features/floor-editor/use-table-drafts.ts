import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Floor } from '../../../contract/floor.ts';
import { getFloor, saveTable } from '../../../contract/floor.ts';
import { useCommand } from '../../api/use-command.ts';

export type DrawnTable = Omit<Floor['tables'][number], 'status' | 'order'>;
type Drafts = ReadonlyMap<string, DrawnTable>;
export type TableFields = Omit<DrawnTable, 'tableId'>;

/** A row of arrow keys or letters is one change: it is saved when they pause. */
const pauseMs = 700;

function fieldsOf({ areaId, name, seats, shape, x, y, width, height }: TableFields): TableFields {
  return { areaId, name, seats, shape, x, y, width, height };
}
function isSame(a: TableFields, b: TableFields): boolean {
  return JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}

function without(drafts: Drafts, tableId: string): Drafts {
  const rest = new Map(drafts);
  rest.delete(tableId);
  return rest;
}

/**
 * Tables as they are being drawn, over those that the server knows: a change shows at once and is
 * saved when the hand rests. What could not be saved stays drawn, with the reason beside it.
 */
export function useTableDrafts(tables: Floor['tables']) {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [failure, setFailure] = useState<{ tableId: string; error: Error } | undefined>(undefined);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const client = useQueryClient();
  const { mutate } = useCommand(saveTable, {
    onSuccess: (_, { params: { tableId }, body }) => {
      setFailure((before) => (before?.tableId === tableId ? undefined : before));
      // Only when the floor is read again: a draft put away earlier would make the table jump back.
      const read = client.invalidateQueries({ queryKey: [getFloor.name] });
      void read.then(() =>
        setDrafts((before) => {
          const draft = before.get(tableId);
          return draft && isSame(draft, body) ? without(before, tableId) : before;
        }),
      );
    },
    onError: (error, { params: { tableId } }) => setFailure({ tableId, error }),
  });

  const forget = (tableId: string) => {
    clearTimeout(timers.current.get(tableId));
    setDrafts((before) => without(before, tableId));
    setFailure((before) => (before?.tableId === tableId ? undefined : before));
  };
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
    };
  }, []);

  const change = (table: DrawnTable, at: 'once' | 'pause') => {
    const { tableId } = table;
    setDrafts((before) => new Map(before).set(tableId, table));
    clearTimeout(timers.current.get(tableId));
    const save = () => {
      timers.current.delete(tableId);
      if (table.name.trim() !== '') mutate({ params: { tableId }, body: fieldsOf(table) });
    };
    if (at === 'once') save();
    else timers.current.set(tableId, setTimeout(save, pauseMs));
  };
  /** Drawn only, while the finger is still down. */
  const draw = (table: DrawnTable) =>
    setDrafts((before) => new Map(before).set(table.tableId, table));

  const known = new Set(tables.map((table) => table.tableId));
  const drawn: DrawnTable[] = [
    ...tables.map((table) => drafts.get(table.tableId) ?? table),
    ...[...drafts.values()].filter((draft) => !known.has(draft.tableId)),
  ];
  return { drawn, change, draw, forget, failure };
}
