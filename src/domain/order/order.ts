import type { BillRules, LineTax, TaxMode } from '../bill/bill.ts';
import type { Money } from '../money.ts';

/** A person as the journal knows them: their id, and a keyed pseudonym of the name they had then (J1, M8). */
export type Person = { readonly staffId: string; readonly alias: string };

export type Dining = 'here' | 'to_go' | 'delivery';

/** The snapshot of what was sold; later changes of the menu never reach it (M8). */
export type LineItem = {
  readonly itemId: string;
  readonly name: string;
  readonly categoryId: string;
  readonly category: string;
  readonly portionId: string;
  /** Empty for an item with a single nameless portion. */
  readonly portion: string;
  readonly unitPrice: Money;
  readonly taxes: readonly LineTax[];
  readonly taxMode: TaxMode;
};

export type LineVoid = {
  readonly reason: string;
  readonly at: number;
  readonly by: Person;
  readonly approvedBy: Person | null;
};

export type OrderLine = LineItem & {
  readonly lineId: string;
  readonly quantity: number;
  readonly note: string;
  readonly addedAt: number;
  readonly addedBy: Person;
  /** When the kitchen was told; from then on taking it away is a void (O3). */
  readonly sentAt: number | null;
  /** Stands on a pre-bill that the guest has seen; taking it away needs a reason and an approver (P7). */
  readonly billed: boolean;
  readonly voided: LineVoid | null;
};

export type TenderKind = 'cash' | 'card' | 'wallet';

export type Payment = {
  readonly paymentId: string;
  readonly tenderId: string;
  readonly tender: string;
  readonly kind: TenderKind;
  /** What was handed over, what of it pays the bill, what went back, and the tip on top (P2, P5). */
  readonly tendered: Money;
  readonly applied: Money;
  readonly change: Money;
  readonly tip: Money;
  /** What cash rounding added to (or took from) what was owed (P4). */
  readonly rounding: Money;
  readonly at: number;
  readonly by: Person;
  readonly businessDate: string;
};

export type OrderStatus = 'open' | 'billing' | 'paid' | 'cancelled';

export type Order = {
  readonly orderId: string;
  /** Said aloud; restarts every business day (N1). */
  readonly number: number;
  readonly businessDate: string;
  readonly dining: Dining;
  readonly tableId: string | null;
  readonly table: string;
  readonly covers: number;
  readonly openedAt: number;
  readonly openedBy: Person;
  readonly rules: BillRules;
  readonly lines: readonly OrderLine[];
  readonly payments: readonly Payment[];
  readonly preBills: number;
  readonly preBillAt: number | null;
  readonly preBillTotal: Money | null;
  readonly status: OrderStatus;
  /** Gap-free per site; given once, when the bill is settled (N1). */
  readonly receiptNumber: number | null;
  readonly settledAt: number | null;
  readonly settledBy: Person | null;
};

/** What a decision is told of the world: the domain never asks for it. Instants in UTC milliseconds. */
export type OrderContext = {
  readonly at: number;
  readonly by: Person;
  readonly businessDate: string;
};

export const orderLimits = {
  lines: 500,
  quantity: 9999,
  covers: 999,
  note: 200,
  reason: 200,
} as const;
