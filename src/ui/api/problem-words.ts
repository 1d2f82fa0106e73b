import { msg } from '@lingui/core/macro';
import type { I18n, MessageDescriptor } from '@lingui/core';
import type { RefusalCode } from '../../domain/refusal.ts';
import { Problem, Unreachable } from './problem.ts';

/** Every refusal of the one catalogue in the words of the screens: what happened, and what to do. */
const words: Record<RefusalCode, MessageDescriptor> = {
  malformed: msg`Something typed here is not right. Look at the marked fields.`,
  key_missing: msg`The request came without its key. Load the screen again.`,
  key_reused: msg`This tap was already used for something else. Tap once more.`,
  not_signed_in: msg`Sign in with your PIN first.`,
  pin_wrong: msg`That PIN is not right.`,
  pin_locked: msg`Too many wrong PINs. Wait, then try again.`,
  recovery_code_wrong: msg`That recovery code is not right.`,
  permission_missing: msg`Your role does not allow this. Ask somebody who may.`,
  approval_needed: msg`This needs the PIN of somebody who may approve it.`,
  foreign_request: msg`This request did not come from the till itself.`,
  not_found: msg`There is no such thing here.`,
  order_not_found: msg`There is no such order.`,
  line_not_found: msg`This line is no longer on the order.`,
  item_not_found: msg`This item is no longer on the menu.`,
  portion_not_found: msg`This item no longer has that portion.`,
  table_not_found: msg`There is no such table.`,
  tender_not_found: msg`There is no such tender.`,
  staff_not_found: msg`There is no such person.`,
  already_set_up: msg`This till is already set up. Load the screen again.`,
  not_set_up: msg`This till is not set up yet.`,
  conflict: msg`Somebody else changed this meanwhile. Look again.`,
  order_not_open: msg`This order is closed and cannot be changed.`,
  order_empty: msg`There is nothing on this order yet.`,
  order_not_empty: msg`There are still items or payments on this order.`,
  line_exists: msg`This line is already on the order.`,
  line_firm: msg`This was already sent or billed. Void it with a reason instead.`,
  line_not_firm: msg`This was not sent yet. Remove it instead of voiding it.`,
  line_voided: msg`This line is already voided.`,
  quantity_too_large: msg`There are not that many on this line.`,
  order_full: msg`This order is full. Open another one for the rest.`,
  item_sold_out: msg`This item is sold out.`,
  price_differs: msg`The price has changed. Look again, then add it.`,
  total_differs: msg`The total has changed. Look again, then pay.`,
  below_paid: msg`More was already paid than would be left to pay.`,
  card_exceeds_due: msg`A card cannot be charged more than what is due. Choose the rest as a tip.`,
  payment_is_nothing: msg`A payment must be more than nothing.`,
  tip_exceeds_tendered: msg`The tip is more than what is left over.`,
  tender_inactive: msg`This tender is switched off.`,
  last_owner: msg`The last owner cannot be removed, demoted or deactivated.`,
  owners_only: msg`Only an owner can make, change or deactivate an owner.`,
  role_fixed: msg`The owner role always has every permission.`,
  role_in_use: msg`Somebody still has this role.`,
  name_taken: msg`This name is already used.`,
  in_use: msg`This is still in use and cannot be removed.`,
  currency_fixed: msg`The currency cannot change once there are sales.`,
  amount_too_large: msg`The amount is larger than the till can hold.`,
  range_backwards: msg`The first date must not be after the last.`,
  date_invalid: msg`That is not a date.`,
  time_zone_unknown: msg`That time zone is not known.`,
  currency_unknown: msg`That currency is not known.`,
  picture_invalid: msg`That file is not a PNG, JPEG or WebP picture that can be read.`,
  import_refused: msg`The file was refused. Nothing was imported.`,
  taxes_undecided: msg`Some items of the file name no tax. Say which taxes they carry, or none.`,
  too_large: msg`That is larger than the till takes.`,
  media_type: msg`The till does not take files of that kind here.`,
  busy: msg`The till is busy with a long task. Try again in a moment.`,
  database_unreachable: msg`The database server does not answer. Try again in a moment; nothing is done twice.`,
  storage_failed: msg`The till cannot write to its disk. Nothing of this was saved.`,
  fault: msg`Something broke inside the till. Nothing of this was saved.`,
};

/** One sentence about a failure in the language of the screen. */
export function problemWords(i18n: I18n, error: unknown): string {
  if (error instanceof Problem) {
    // A newer server may refuse with a code that this screen has no words for.
    const known: MessageDescriptor | undefined = words[error.code];
    return known ? i18n._(known) : error.message;
  }
  if (error instanceof Unreachable) {
    return i18n._(
      msg`The till is not answering. What you typed is kept on this screen; try again.`,
    );
  }
  return i18n._(msg`Something broke on this screen. What is saved stays saved.`);
}

/** What a person reads out when asking for help; only the server's faults have one worth keeping. */
export function problemReference(error: unknown): string | undefined {
  return error instanceof Problem && error.status >= 500 ? error.reference : undefined;
}
