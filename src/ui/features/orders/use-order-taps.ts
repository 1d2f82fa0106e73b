import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { BillRules } from '../../../domain/bill/bill.ts';
import { applyTender, cashDue } from '../../../domain/order/take-payment.ts';
import { balanceOfOrder, billOfOrder } from '../../../domain/order/bill-of-order.ts';
import { isFirm } from '../../../domain/order/change-order.ts';
import type { LineItem, Order, OrderLine } from '../../../domain/order/order.ts';
import { nothing } from '../../../domain/money.ts';
import type { Money } from '../../../domain/money.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import { notify } from '../../kit/notices.ts';
import type { OrderCommand } from '../../order/order-command.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { canUndo, undoOf } from '../../order/undo-of.ts';
import { currentItem } from './sellable-menu.ts';
import type { SellableMenu } from './sellable-menu.ts';
import type { Draft } from './use-desk.ts';

export type OrderTaps = ReturnType<typeof useOrderTaps>;

type Opening = Draft & { table: string; covers: number; rules: BillRules };

/** Everything a finger can do to an order, each with its way back where there is one. */
export function useOrderTaps(
  desk: OrderOnScreen,
  opening: Opening | undefined,
  menu: SellableMenu | undefined,
) {
  const { t } = useLingui();
  const undos = useRef<OrderCommand[]>([]);
  const [undoable, setUndoable] = useState(0);
  const { queue, peek } = desk;

  const setUndos = (next: OrderCommand[]) => {
    undos.current = next;
    setUndoable(next.length);
  };
  const send = (command: OrderCommand) => {
    // A refusal is kept by the queue and stands beside the order.
    queue.add(command).catch(() => undefined);
  };
  const tap = (command: OrderCommand): Order | undefined => {
    const before = peek();
    if (!before) {
      if (!opening) return undefined;
      send({ do: 'open', ...opening });
    }
    send(command);
    const after = peek();
    const undo = after && undoOf(command, before, after, uuidv7);
    if (undo) setUndos([...undos.current, undo].slice(-50));
    return after;
  };
  const takeBack = (undo: OrderCommand) => {
    const order = peek();
    setUndos(undos.current.filter((each) => each !== undo));
    if (order && canUndo(undo, order)) send(undo);
  };
  const undo = () => {
    const order = peek();
    const last = order && undos.current.findLast((each) => canUndo(each, order));
    if (last) takeBack(last);
    else setUndos([]);
  };
  const add = (item: LineItem, quantity: number, note = '') => {
    tap({ do: 'addLine', lineId: uuidv7(), item, quantity, note });
  };
  const changeQuantity = (line: OrderLine, by: number) => {
    if (!isFirm(line)) tap({ do: 'changeQuantity', lineId: line.lineId, by });
    // What the kitchen has is not edited: one more is a new line that will be sent on its own.
    else if (by > 0) add(currentItem(menu, line), by, line.note);
  };

  return {
    add,
    changeQuantity,
    undo,
    undoable,
    remove: (line: OrderLine) => {
      changeQuantity(line, -line.quantity);
      // This very removal, whatever was tapped since.
      const removal = undos.current.at(-1);
      if (!removal) return;
      notify({
        tone: 'info',
        text: t`${line.name} removed`,
        action: { label: t`Undo`, run: () => takeBack(removal) },
      });
    },
    changeNote: (line: OrderLine, note: string) =>
      tap({ do: 'changeNote', lineId: line.lineId, note }),
    changeCovers: (covers: number) => tap({ do: 'changeCovers', covers }),
    sendToKitchen: () => {
      const isNew = (line: OrderLine) => line.sentAt === null && line.voided === null;
      if (peek()?.lines.some(isNew)) tap({ do: 'send' });
    },
    issueBill: () => tap({ do: 'preBill' }),
    /** Once more all that went to the kitchen with the last Send. */
    repeatRound: () => {
      for (const line of lastRound(peek())) add(currentItem(menu, line), line.quantity, line.note);
    },
    free: () => send({ do: 'cancel', reason: t`Nothing was ordered` }),
    /** Leaves no empty order behind: one from which everything was taken off again is closed. */
    freeIfEmpty: () => {
      const order = peek();
      const isOpen = order?.status === 'open' || order?.status === 'billing';
      if (isOpen && order.lines.length === 0 && order.payments.length === 0) {
        send({ do: 'cancel', reason: t`Nothing was ordered` });
      }
    },
    /** Cash at once, without the pay screen. Resolves when the server has committed (S2). */
    payCash: (tenderId: string, tendered: Money) => {
      const order = peek();
      if (!order) return Promise.reject(new Error('nothing to pay'));
      const expectedTotal = billOfOrder(order).total;
      const payment = { paymentId: uuidv7(), tenderId, tendered, tip: nothing, expectedTotal };
      return queue.add({ do: 'pay', payment });
    },
  };
}

/** What was sent last, still on the bill. */
export function lastRound(order: Order | undefined): readonly OrderLine[] {
  const sent = (order?.lines ?? []).filter((line) => line.sentAt !== null && !line.voided);
  const last = Math.max(...sent.map((line) => line.sentAt ?? 0));
  return sent.filter((line) => line.sentAt === last);
}

/** What cash settles the order, and what change it would give of a note. */
export function cashOf(order: Order): { due: Money; changeOf: (tendered: Money) => Money } {
  const due = cashDue(order, balanceOfOrder(order));
  return {
    due,
    changeOf: (tendered) => {
      const outcome = applyTender(order, { kind: 'cash', tendered, tip: nothing });
      return outcome.ok ? outcome.value.change : nothing;
    },
  };
}
