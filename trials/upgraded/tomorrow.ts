import { migrations } from '../../src/server/db/migrations/all.ts';
import type { Migration } from '../../src/server/db/migrations/migration.ts';

/** The newest schema of this program. */
export const today = migrations.at(-1)?.number ?? 0;

/** What a later version may bring besides new tables: rows made of old ones, a column that is filled, an index. */
export const tomorrow: Migration = {
  number: today + 1,
  name: 'tomorrow',
  statements: ({ id, int, text, table }) => [
    `create table guests (order_id ${id} not null primary key, covers ${int} not null) ${table}`,
    `insert into guests select order_id, covers from orders where order_id not in (select order_id from guests)`,
    `alter table aliases add column folded ${text}`,
    `update aliases set folded = lower(name)`,
    `create index journal_by_time on journal (at)`,
  ],
};

/** What must come out of it. */
export const tomorrowsQuestions: Readonly<Record<string, string>> = {
  'orders without their guests':
    'select count(*) as n from orders where order_id not in (select order_id from guests)',
  'guests of no order, or another number of them':
    'select count(*) as n from guests left join orders on orders.order_id = guests.order_id and orders.covers = guests.covers where orders.order_id is null',
  'names that were not folded':
    'select count(*) as n from aliases where folded is null or folded <> lower(name)',
};
