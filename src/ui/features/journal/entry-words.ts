import { msg } from '@lingui/core/macro';
import type { I18n, MessageDescriptor } from '@lingui/core';
import type { JournalEventType } from '../../../domain/journal-event.ts';
import type { Format } from '../../i18n/format.ts';

/** What happened, as a heading; the filter's words too. */
export const typeWords: Record<JournalEventType, MessageDescriptor> = {
  order_opened: msg`Order opened`,
  line_added: msg`Item added`,
  line_quantity_changed: msg`Quantity changed`,
  line_note_changed: msg`Note changed`,
  line_removed: msg`Item removed before sending`,
  line_voided: msg`Item voided`,
  lines_sent: msg`Sent to the kitchen`,
  covers_changed: msg`Guests changed`,
  pre_bill_issued: msg`Bill shown`,
  payment_taken: msg`Payment taken`,
  order_settled: msg`Order paid`,
  order_cancelled: msg`Order closed empty`,
  sale_imported: msg`Earlier sale imported`,
  site_saved: msg`Settings changed`,
  tender_saved: msg`Way to pay changed`,
  tax_saved: msg`Tax changed`,
  tax_removed: msg`Tax removed`,
  category_saved: msg`Category changed`,
  category_removed: msg`Category removed`,
  item_saved: msg`Item changed`,
  item_removed: msg`Item taken off the menu`,
  item_sold_out: msg`Sold out or back`,
  menu_reordered: msg`Menu put in another order`,
  area_saved: msg`Area changed`,
  area_removed: msg`Area removed`,
  table_saved: msg`Table changed`,
  table_removed: msg`Table removed`,
  role_saved: msg`Role changed`,
  role_removed: msg`Role removed`,
  staff_saved: msg`Person changed`,
  pin_changed: msg`PIN changed`,
  recovery_code_made: msg`Recovery code made`,
  recovery_code_used: msg`Recovery code used`,
  signed_in: msg`Signed in`,
  signed_out: msg`Signed out`,
  sign_in_refused: msg`Wrong PIN`,
  access_refused: msg`Access refused`,
  receipt_copied: msg`Receipt copied`,
  report_exported: msg`Report exported`,
  import_finished: msg`Import finished`,
  clock_jumped: msg`Clock jumped`,
  backup_made: msg`Backup made`,
  backup_restored: msg`Backup restored`,
};

export function isKnownType(type: string): type is JournalEventType {
  return Object.hasOwn(typeWords, type);
}

type Content = Readonly<Record<string, unknown>>;

function valueAt(content: Content, path: readonly string[]): unknown {
  let value: unknown = content;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Content)[name]; // an object by the line above; any of its fields may be missing
  }
  return value;
}
function textAt(content: Content, ...path: readonly string[]): string {
  const value = valueAt(content, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
function amountAt(format: Format, content: Content, ...path: readonly string[]): string {
  const value = Number(textAt(content, ...path) || Number.NaN);
  return Number.isSafeInteger(value) ? format.amount(value) : '';
}
function dateAt(format: Format, date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? format.date(date) : date;
}
function sentence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/**
 * The gist of an entry in one line: names and amounts as they were then, taken from its content. Names
 * of people are not in it (J1): `nameOf` knows those whom the reader may know.
 */
export function gistOf(
  i18n: I18n,
  format: Format,
  nameOf: (staffId: string) => string,
  type: string,
  content: Content,
): string {
  const at = (...path: string[]) => textAt(content, ...path);
  const money = (...path: string[]) => amountAt(format, content, ...path);
  const times = at('quantity') === '' ? '' : `${at('quantity')} ×`;
  switch (type) {
    case 'order_opened': {
      const number = at('number');
      const table = at('table');
      return sentence(
        i18n._(msg`Order ${number}`),
        table === '' ? '' : i18n._(msg`table ${table}`),
      );
    }
    case 'line_added':
      return sentence(
        `${times} ${at('item', 'name')}`.trim(),
        at('item', 'portion'),
        money('item', 'unitPrice'),
        at('note'),
      );
    case 'line_quantity_changed':
    case 'line_note_changed':
      return sentence(at('name'), `${at('from') || '–'} → ${at('to') || '–'}`);
    case 'line_removed':
      return sentence(`${times} ${at('name')}`.trim(), money('amount'));
    case 'line_voided':
      return sentence(`${times} ${at('name')}`.trim(), money('amount'), at('reason'));
    case 'lines_sent': {
      const lines = Array.isArray(content['lines']) ? content['lines'] : [];
      return lines
        .map((line: Content) => `${textAt(line, 'quantity')} × ${textAt(line, 'name')}`)
        .join(', ');
    }
    case 'covers_changed':
      return `${at('from')} → ${at('to')}`;
    case 'pre_bill_issued':
      return money('total');
    case 'payment_taken':
      return sentence(at('payment', 'tender'), money('payment', 'applied'));
    case 'order_settled': {
      const number = at('receiptNumber');
      return sentence(i18n._(msg`Receipt ${number}`), money('bill', 'total'));
    }
    case 'order_cancelled':
      return at('reason');
    case 'sale_imported':
      return sentence(at('external'), dateAt(format, at('businessDate')), money('total'));
    case 'item_sold_out':
      return sentence(
        at('name'),
        content['soldOut'] === true ? i18n._(msg`sold out`) : i18n._(msg`back`),
      );
    case 'signed_out':
      return outWords(i18n, at('reason'));
    case 'sign_in_refused': {
      const failures = at('failures');
      return sentence(nameOf(at('staffId')), i18n._(msg`attempt ${failures}`));
    }
    case 'staff_saved':
      return sentence(
        nameOf(at('after', 'staffId')),
        content['before'] === null ? i18n._(msg`added`) : '',
        textOfSwitch(i18n, content),
      );
    case 'pin_changed':
    case 'recovery_code_used':
      return nameOf(at('staffId'));
    case 'access_refused':
      return sentence(at('permission'), at('route'));
    case 'receipt_copied': {
      const number = at('receiptNumber');
      const copy = at('copy');
      return sentence(i18n._(msg`Receipt ${number}`), i18n._(msg`copy ${copy}`));
    }
    case 'report_exported':
      return sentence(
        `${dateAt(format, at('from'))} – ${dateAt(format, at('to'))}`,
        at('format').toUpperCase(),
      );
    case 'import_finished': {
      const added = at('added');
      const changed = at('changed');
      const refused = at('refused');
      return i18n._(msg`${added} added, ${changed} changed, ${refused} refused`);
    }
    default:
      return at('after', 'name') || at('before', 'name');
  }
}

function textOfSwitch(i18n: I18n, content: Content): string {
  const wasActive = valueAt(content, ['before', 'active']);
  const isActive = valueAt(content, ['after', 'active']);
  if (content['before'] === null || wasActive === isActive) return '';
  return isActive ? i18n._(msg`active again`) : i18n._(msg`deactivated`);
}

function outWords(i18n: I18n, reason: string): string {
  switch (reason) {
    case 'idle':
      return i18n._(msg`after idle time`);
    case 'deactivated':
      return i18n._(msg`person deactivated`);
    case 'pin_changed':
      return i18n._(msg`new PIN`);
    default:
      return '';
  }
}
