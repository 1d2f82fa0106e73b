import { isFirm } from '../../domain/order/change-order.ts';
import type { Order } from '../../domain/order/order.ts';
import type { OrderCommand } from './order-command.ts';

/**
 * What takes a tap back, seen from the order before and after it; undefined for what cannot be taken
 * back by an edit, such as what the kitchen was told.
 */
export function undoOf(
  command: OrderCommand,
  before: Order | undefined,
  after: Order,
  newId: () => string,
): OrderCommand | undefined {
  switch (command.do) {
    case 'addLine': {
      // It may have joined a line that was there already.
      const grown = after.lines.find((line) => quantityIn(before, line.lineId) < line.quantity);
      if (!grown) return undefined;
      const by = quantityIn(before, grown.lineId) - grown.quantity;
      return { do: 'changeQuantity', lineId: grown.lineId, by };
    }
    case 'changeQuantity': {
      const line = before?.lines.find((each) => each.lineId === command.lineId);
      if (!line) return undefined;
      if (after.lines.some((each) => each.lineId === command.lineId)) {
        return { ...command, by: -command.by };
      }
      const { quantity, note } = line;
      return { do: 'addLine', lineId: newId(), item: line, quantity, note };
    }
    case 'changeNote': {
      const line = before?.lines.find((each) => each.lineId === command.lineId);
      return line && { ...command, note: line.note };
    }
    case 'changeCovers':
      return before && { ...command, covers: before.covers };
    default:
      return undefined;
  }
}

function quantityIn(order: Order | undefined, lineId: string): number {
  return order?.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;
}

/** Whether taking back is still possible: not once the line was sent, billed, voided or is gone. */
export function canUndo(undo: OrderCommand, order: Order): boolean {
  if (undo.do === 'addLine' || undo.do === 'changeCovers') return true;
  if (!('lineId' in undo)) return false;
  const line = order.lines.find((each) => each.lineId === undo.lineId);
  return line !== undefined && line.voided === null && (undo.do === 'changeNote' || !isFirm(line));
}
