import { demoHandlers } from './features/demo/handlers.ts';
import { floorHandlers } from './features/floor/handlers.ts';
import { importsHandlers } from './features/imports/handlers.ts';
import { journalHandlers } from './features/journal/handlers.ts';
import { menuHandlers } from './features/menu/handlers.ts';
import { ordersHandlers } from './features/orders/handlers.ts';
import { picturesHandlers } from './features/pictures/handlers.ts';
import { reportsHandlers } from './features/reports/handlers.ts';
import { siteHandlers } from './features/site/handlers.ts';
import { staffHandlers } from './features/staff/handlers.ts';
import type { Handler } from './http/handler.ts';

/** Every route's handler; the contract's own test sees that none is missing. */
export const handlers: readonly Handler[] = [
  ...ordersHandlers,
  ...demoHandlers,
  ...floorHandlers,
  ...importsHandlers,
  ...journalHandlers,
  ...menuHandlers,
  ...picturesHandlers,
  ...reportsHandlers,
  ...siteHandlers,
  ...staffHandlers,
];
