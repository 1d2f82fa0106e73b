import type { JournalEvent, SaleImported } from '../../domain/journal-event.ts';
import type { OrderEvent } from '../../domain/order/order-event.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Deps } from '../deps.ts';
import type { Tx } from '../db/engine.ts';
import type { DaySums } from '../projections/day-totals.ts';
import { projectOrderEvents } from '../projections/project-order.ts';
import { projectSalesImported } from '../projections/project-sale-imported.ts';
import { projectSettings } from '../projections/project-settings.ts';
import { rememberOrder } from '../projections/recent-orders.ts';
import { appendToJournal } from './append.ts';
import type { JournalPosition } from './append.ts';

type Ledger = Pick<Deps, 'site' | 'announcer'>;
type SettingsEvent = Exclude<JournalEvent, OrderEvent | SaleImported>;

/** Journals facts and brings the tables to them, in one transaction: the only way anything but an order changes. */
export async function record(
  deps: Ledger,
  tx: Tx,
  events: readonly SettingsEvent[],
): Promise<JournalPosition | undefined> {
  const positions = await appendToJournal(deps, tx, events);
  for (const event of events) await projectSettings(tx, deps.site, event);
  return positions.at(-1);
}

/** Journals what happened to one order and brings the tables to it; answers the order as it then is. */
export async function recordOrderEvents(
  deps: Ledger,
  tx: Tx,
  before: Order | undefined,
  events: readonly OrderEvent[],
): Promise<Order> {
  if (events.length === 0 && before) return before;
  const positions = await appendToJournal(deps, tx, events);
  const placed = events.map((event, i) => ({ event, position: placeOf(positions, i) }));
  const after = await projectOrderEvents(tx, deps.site, before, placed);
  rememberOrder(tx, after, placeOf(positions, events.length - 1).seq);
  return after;
}

/** Journals sales of the past; the sums of their days are written by the caller when the last is in. */
export async function recordImportedSales(
  deps: Ledger,
  tx: Tx,
  sales: readonly SaleImported[],
  sums: DaySums,
): Promise<void> {
  const positions = await appendToJournal(deps, tx, sales);
  const placed = sales.map((sale, i) => ({ sale, position: placeOf(positions, i) }));
  await projectSalesImported(tx, deps.site, placed, sums);
}

function placeOf(positions: readonly JournalPosition[], i: number): JournalPosition {
  const position = positions[i];
  if (!position) throw new Error('an event without its place in the journal');
  return position;
}
