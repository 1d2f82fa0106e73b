import type { Rounding } from '../money.ts';
import type { TaxMode } from '../bill/bill.ts';
import type { TenderKind } from '../order/order.ts';

export type Site = {
  readonly name: string;
  /** Printed under the name on receipts; several lines. */
  readonly address: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly exponent: number;
  /** IANA name. */
  readonly timeZone: string;
  /** When the business day changes, HH:MM local time (N2). */
  readonly cutoff: string;
  readonly taxMode: TaxMode;
  readonly taxRounding: 'line' | 'rate';
  readonly rounding: Rounding;
  readonly cashStep: number;
  readonly idleLockMinutes: number;
  readonly lockAfterSale: boolean;
};

export type Tender = {
  readonly tenderId: string;
  readonly name: string;
  readonly kind: TenderKind;
  readonly active: boolean;
  readonly position: number;
};
