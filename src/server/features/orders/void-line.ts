import type * as z from 'zod/mini';
import type { OrderState, voidLine as route } from '../../../contract/orders.ts';
import { voidLine as decide } from '../../../domain/order/change-order.ts';
import type { Person } from '../../../domain/order/order.ts';
import { checkPin } from '../../access/check-pin.ts';
import { may } from '../../access/session.ts';
import type { Who } from '../../access/session.ts';
import type { Reading } from '../../db/engine.ts';
import type { Deps } from '../../deps.ts';
import type { CommandContext, Input } from '../../http/handler.ts';
import { Refused } from '../../refused.ts';
import { changeOrder } from './change-order.ts';

type VoidInput = Input<
  z.output<NonNullable<(typeof route)['params']>>,
  unknown,
  z.output<NonNullable<(typeof route)['body']>>
>;

/**
 * Checks the approver's PIN before the transaction; it takes a while on purpose. Answers whose PIN it
 * was, or nobody's. Refusals: pin_wrong, pin_locked, and approval_needed for one's own PIN (U3).
 */
export async function checkApproval(
  deps: Deps,
  input: VoidInput,
  who: Who,
): Promise<string | null> {
  const { approval } = input.body;
  if (!approval) return null;
  if (approval.staffId === who.staffId) throw new Refused('approval_needed');
  await checkPin(deps, approval.staffId, approval.pin, input.terminal);
  return approval.staffId;
}

/** Voids a line with a reason, by one's own right or by another's approval (O3, U3). */
export async function voidLine(
  context: CommandContext,
  input: VoidInput,
  approverId: string | null,
): Promise<OrderState> {
  const { lineId, orderId } = input.params;
  const { quantity, reason, splitLineId } = input.body;
  const approvedBy = approverId === null ? null : await loadApprover(context.tx, approverId);
  if (!approvedBy && !may(context.who, 'orders.void')) throw new Refused('approval_needed');
  return changeOrder(context, orderId, (order, facts) =>
    decide(order, { lineId, quantity, reason, splitLineId }, { ...facts, approvedBy }),
  );
}

/** The approver, if they may approve at this very moment (U2). */
async function loadApprover(tx: Reading, staffId: string): Promise<Person> {
  const row = await tx.first(
    tx.sql
      .selectFrom('staff')
      .innerJoin('role_permissions', 'role_permissions.role_id', 'staff.role_id')
      .select(['staff.staff_id', 'staff.alias'])
      .where('staff.staff_id', '=', staffId)
      .where('staff.active', '=', 1)
      .where('role_permissions.permission', '=', 'orders.void'),
  );
  if (!row) throw new Refused('approval_needed');
  return { staffId: row.staff_id, alias: row.alias };
}
