import type { ColumnTypes, Migration } from './migration.ts';

/**
 * A restaurant that moved away must not be served here by mistake, nor one that has only half arrived; and
 * several servers on one database must have the same keys.
 */
export const severalServers: Migration = {
  number: 2,
  name: 'several-servers',
  statements: ({ id, int, text, table }: ColumnTypes) => [
    `create table moves (
      id ${int} not null primary key check (id = 1),
      state ${id} not null check (state in ('arriving', 'left')),
      place ${text} not null, at ${int} not null) ${table}`,
    `create table server_keys (
      id ${int} not null primary key check (id = 1), digest ${id} not null) ${table}`,
  ],
};
