import type * as z from 'zod/mini';
import type { openOrder as route, OrderState } from '../../../contract/orders.ts';
import { openOrder as decide } from '../../../domain/order/change-order.ts';
import type { Reading } from '../../db/engine.ts';
import { prepared } from '../../db/prepared.ts';
import type { CommandContext } from '../../http/handler.ts';
import { recordOrderEvents } from '../../journal/record.ts';
import { loadSite } from '../../load-site.ts';
import { findOpenOrderAt, findOrderRow } from '../../projections/find-order.ts';
import { orderCounter } from '../../projections/project-order.ts';
import { orRefuse, Refused } from '../../refused.ts';
import { orderContext } from './change-order.ts';
import { orderState } from './order-state.ts';

const counterValue = prepared<{ site: string; name: string }, { value: number }>((sql, arg) =>
  sql
    .selectFrom('counters')
    .select('value')
    .where('site', '=', arg('site'))
    .where('name', '=', arg('name')),
);

/** The number after the last one given in a series; 1 at its start (N1). */
export async function nextNumber(tx: Reading, site: string, name: string): Promise<number> {
  const row = await tx.first(counterValue(tx.sql, { site, name }));
  return (row?.value ?? 0) + 1;
}

/** Opens an order; at a table that has one open, answers that one, so that two waiters share it (O5). */
export async function openOrder(
  context: CommandContext,
  body: z.output<NonNullable<(typeof route)['body']>>,
): Promise<OrderState> {
  const { deps, tx } = context;
  if (body.tableId !== null) {
    const open = await findOpenOrderAt(tx, body.tableId);
    if (open) return orderState(deps, tx, open);
  }
  if (await findOrderRow(tx, body.orderId)) throw new Refused('conflict');
  const site = await loadSite(tx);
  const facts = await orderContext(context);
  const events = orRefuse(
    decide(
      {
        orderId: body.orderId,
        number: await nextNumber(tx, deps.site, orderCounter(facts.businessDate)),
        dining: body.dining,
        tableId: body.tableId,
        table: body.tableId === null ? '' : await tableName(tx, body.tableId),
        covers: body.covers,
        rules: { taxRounding: site.taxRounding, rounding: site.rounding, cashStep: site.cashStep },
      },
      facts,
    ),
  );
  return orderState(deps, tx, await recordOrderEvents(deps, tx, undefined, events));
}

async function tableName(tx: Reading, tableId: string): Promise<string> {
  const row = await tx.first(
    tx.sql.selectFrom('floor_tables').select('name').where('table_id', '=', tableId),
  );
  if (!row) throw new Refused('table_not_found');
  return row.name;
}
