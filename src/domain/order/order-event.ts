import type { Bill, BillRules } from '../bill/bill.ts';
import type { Money } from '../money.ts';
import type { Dining, LineItem, Payment, Person } from './order.ts';

export type ReceiptPlace = {
  readonly name: string;
  readonly address: string;
  readonly currency: string;
  readonly exponent: number;
};

/** Facts about one order, with their amounts. A type is never changed, only succeeded by a new one. */
export type OrderEvent =
  | {
      readonly type: 'order_opened';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly number: number;
      readonly businessDate: string;
      readonly dining: Dining;
      readonly tableId: string | null;
      readonly table: string;
      readonly covers: number;
      readonly rules: BillRules;
    }
  | {
      readonly type: 'line_added';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly lineId: string;
      readonly item: LineItem;
      readonly quantity: number;
      readonly note: string;
    }
  | {
      readonly type: 'line_quantity_changed';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly lineId: string;
      readonly name: string;
      readonly unitPrice: Money;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly type: 'line_note_changed';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly lineId: string;
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'line_removed';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly lineId: string;
      readonly name: string;
      readonly quantity: number;
      readonly amount: Money;
    }
  | {
      readonly type: 'line_voided';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly approvedBy: Person | null;
      readonly lineId: string;
      /** Where only part of the line is voided, the struck-through part stands as a line of this id. */
      readonly splitLineId: string | null;
      readonly name: string;
      readonly quantity: number;
      readonly amount: Money;
      readonly reason: string;
      readonly afterPreBill: boolean;
      /** When the line counted already for the day's voids: the business date of the void itself. */
      readonly businessDate: string;
    }
  | {
      readonly type: 'lines_sent';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly lines: readonly {
        readonly lineId: string;
        readonly name: string;
        readonly quantity: number;
      }[];
    }
  | {
      readonly type: 'covers_changed';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly type: 'pre_bill_issued';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly count: number;
      readonly total: Money;
    }
  | {
      readonly type: 'payment_taken';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly payment: Payment;
      readonly balance: Money;
    }
  | {
      readonly type: 'order_settled';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly businessDate: string;
      readonly receiptNumber: number;
      readonly bill: Bill;
      readonly rounding: Money;
      readonly tips: Money;
      /** Local hour of the sale, 0–23. */
      readonly hour: number;
      /** What the receipt's head says, for ever (M8, P9). */
      readonly place: ReceiptPlace;
    }
  | {
      readonly type: 'order_cancelled';
      readonly orderId: string;
      readonly at: number;
      readonly by: Person;
      readonly reason: string;
    };
