import * as floor from './floor.ts';
import * as journal from './journal.ts';
import * as menu from './menu.ts';
import * as orders from './orders.ts';
import * as receipts from './receipts.ts';
import * as reports from './reports.ts';
import * as site from './site.ts';
import * as staff from './staff.ts';
import type { Route } from './route.ts';

/** Every route of the till; the server registers exactly these and the API document lists them. */
export const routes: readonly Route[] = [
  floor,
  journal,
  menu,
  orders,
  receipts,
  reports,
  site,
  staff,
]
  .flatMap((module): unknown[] => Object.values(module))
  .filter(isRoute);

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'access' in value && 'path' in value;
}
