import type { ColumnTypes, Migration } from './migration.ts';

/** A restaurant that moved away must not be served here by mistake, nor one that has only half arrived. */
export const moved: Migration = {
  number: 2,
  name: 'moved',
  statements: ({ id, int, text, table }: ColumnTypes) => [
    `create table moves (
      id ${int} not null primary key check (id = 1),
      state ${id} not null check (state in ('arriving', 'left')),
      place ${text} not null, at ${int} not null) ${table}`,
  ],
};
