import type { JournalEventType } from '../../domain/journal-event.ts';

/** Names of reading routes. */
type Read =
  | 'getWelcome'
  | 'getSession'
  | 'getSite'
  | 'getMenu'
  | 'getFloor'
  | 'getOrder'
  | 'listOpenOrders'
  | 'getReceipt'
  | 'listReceipts'
  | 'getToday'
  | 'getSalesReport'
  | 'getStaff'
  | 'listApprovers'
  | 'listJournal';

const anOrder: readonly Read[] = ['getOrder', 'getFloor', 'listOpenOrders', 'getToday'];
const aSale: readonly Read[] = [...anOrder, 'listReceipts', 'getReceipt', 'getSalesReport'];
const menu: readonly Read[] = ['getMenu'];
const floor: readonly Read[] = ['getFloor'];
const staff: readonly Read[] = ['getStaff', 'listApprovers', 'getWelcome', 'getSession'];

/** What each fact of the journal makes stale; the screens fetch exactly that again (S1). */
export const touchedBy: Record<JournalEventType, readonly Read[]> = {
  order_opened: anOrder,
  line_added: anOrder,
  line_quantity_changed: anOrder,
  line_note_changed: anOrder,
  line_removed: anOrder,
  line_voided: anOrder,
  lines_sent: anOrder,
  covers_changed: anOrder,
  pre_bill_issued: anOrder,
  payment_taken: anOrder,
  order_settled: aSale,
  order_cancelled: anOrder,
  sale_imported: ['getToday', 'getSalesReport'],
  site_saved: ['getSite', 'getWelcome'],
  tender_saved: ['getSite'],
  tax_saved: menu,
  tax_removed: menu,
  category_saved: menu,
  category_removed: menu,
  item_saved: menu,
  item_removed: menu,
  item_sold_out: menu,
  menu_reordered: menu,
  area_saved: floor,
  area_removed: floor,
  table_saved: floor,
  table_removed: floor,
  role_saved: staff,
  role_removed: staff,
  staff_saved: staff,
  pin_changed: ['getWelcome', 'getSession'],
  recovery_code_made: [],
  recovery_code_used: ['getWelcome'],
  signed_in: ['getWelcome'],
  signed_out: [],
  sign_in_refused: ['getWelcome'],
  access_refused: [],
  receipt_copied: ['getReceipt', 'listReceipts'],
  report_exported: [],
  import_finished: ['getMenu', 'getToday', 'getSalesReport'],
  clock_jumped: [],
  backup_made: [],
  backup_restored: [],
};
