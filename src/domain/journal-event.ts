import type { LineItem, Dining, Person } from './order/order.ts';
import type { OrderEvent } from './order/order-event.ts';
import type { Area, Table } from './floor/floor.ts';
import type { Category, Item, Tax } from './menu/menu.ts';
import type { Money } from './money.ts';
import type { Site, Tender } from './site/site.ts';
import type { Role, StaffFact } from './staff/staff.ts';

/** One line of a sale of the past: its amounts as they were, no menu item need exist. */
export type ImportedLine = Pick<LineItem, 'name' | 'category' | 'portion'> & {
  readonly modifiers: readonly string[];
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly discount: Money;
  readonly tax: Money;
};

/** A closed sale of the past, with its own number kept as an external one; it takes no receipt number. */
export type SaleImported = {
  readonly type: 'sale_imported';
  readonly at: number;
  readonly by: Person | null;
  readonly orderId: string;
  readonly external: string;
  readonly soldAt: number;
  readonly businessDate: string;
  /** Local hour of the sale, 0–23. */
  readonly hour: number;
  readonly dining: Dining;
  readonly covers: number;
  readonly table: string;
  /** Pseudonym of the cashier's name as the file gave it; empty where it gave none (J1). */
  readonly cashier: string;
  readonly tender: string;
  readonly pricesIncludeTax: boolean;
  readonly tip: Money;
  readonly total: Money;
  readonly lines: readonly ImportedLine[];
};

type Saved<Name extends string, T> = {
  readonly type: Name;
  readonly at: number;
  readonly by: Person | null;
  readonly before: T | null;
  readonly after: T;
};
type Removed<Name extends string, T> = {
  readonly type: Name;
  readonly at: number;
  readonly by: Person | null;
  readonly before: T;
};
type Fact<Name extends string, T = unknown> = {
  readonly type: Name;
  readonly at: number;
  readonly by: Person | null;
} & T;

/** Everything that a site's one journal can hold (J1, J2). */
export type JournalEvent =
  | OrderEvent
  | SaleImported
  | Saved<'site_saved', Site>
  | Saved<'tender_saved', Tender>
  | Saved<'tax_saved', Tax>
  | Removed<'tax_removed', Tax>
  | Saved<'category_saved', Category>
  | Removed<'category_removed', Category>
  | Saved<'item_saved', Item>
  | Removed<'item_removed', Item>
  | Fact<
      'item_sold_out',
      { readonly itemId: string; readonly name: string; readonly soldOut: boolean }
    >
  | Fact<
      'menu_reordered',
      { readonly categoryIds: readonly string[]; readonly itemIds: readonly string[] }
    >
  | Saved<'area_saved', Area>
  | Removed<'area_removed', Area>
  | Saved<'table_saved', Table>
  | Removed<'table_removed', Table>
  | Saved<'role_saved', Role>
  | Removed<'role_removed', Role>
  | Saved<'staff_saved', StaffFact>
  | Fact<'pin_changed', { readonly staffId: string; readonly alias: string }>
  | Fact<'recovery_code_made'>
  | Fact<'recovery_code_used', { readonly staffId: string; readonly alias: string }>
  | Fact<'signed_in', { readonly terminal: string }>
  | Fact<'signed_out', { readonly reason: 'asked' | 'idle' | 'deactivated' | 'pin_changed' }>
  | Fact<
      'sign_in_refused',
      {
        readonly staffId: string;
        readonly alias: string;
        readonly terminal: string;
        readonly failures: number;
      }
    >
  | Fact<'access_refused', { readonly permission: string; readonly route: string }>
  | Fact<
      'receipt_copied',
      { readonly orderId: string; readonly receiptNumber: number; readonly copy: number }
    >
  | Fact<'report_exported', { readonly from: string; readonly to: string; readonly format: string }>
  | Fact<
      'import_finished',
      {
        readonly kind: 'menu' | 'sales';
        readonly sha256: string;
        readonly added: number;
        readonly changed: number;
        readonly known: number;
        readonly refused: number;
      }
    >
  | Fact<'clock_jumped', { readonly from: number; readonly to: number }>
  | Fact<'backup_made', { readonly seq: number; readonly hash: string }>
  | Fact<
      'backup_restored',
      {
        readonly seq: number;
        readonly hash: string;
        /** The receipt number that follows the highest ever given, before or after the backup (D2). */
        readonly nextReceiptNumber: number;
      }
    >;

export type JournalEventType = JournalEvent['type'];
export type EventOf<T extends JournalEventType> = Extract<JournalEvent, { type: T }>;
