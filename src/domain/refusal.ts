/**
 * Every refusal there is, with its HTTP status and the sentence that a program or a person reads
 * when no translation is at hand. The one catalogue: server, screens and API document walk it.
 */
export const refusals = {
  malformed: { status: 400, title: 'The request is not well formed. See the fields listed.' },
  key_missing: {
    status: 400,
    title: 'Every write needs an Idempotency-Key header holding a UUIDv7.',
  },
  key_reused: {
    status: 409,
    title: 'This Idempotency-Key was already used for another request. Make a new key.',
  },
  not_signed_in: { status: 401, title: 'Sign in with your PIN first.' },
  pin_wrong: { status: 401, title: 'That PIN is not right.' },
  pin_locked: { status: 429, title: 'Too many wrong PINs. Wait, then try again.' },
  recovery_code_wrong: { status: 401, title: 'That recovery code is not right.' },
  permission_missing: { status: 403, title: 'Your role does not allow this.' },
  approval_needed: {
    status: 403,
    title: 'This needs the PIN of somebody who may approve it.',
  },
  foreign_request: { status: 403, title: 'This request did not come from the till itself.' },
  not_found: { status: 404, title: 'There is no such thing here.' },
  order_not_found: { status: 404, title: 'There is no such order.' },
  line_not_found: { status: 404, title: 'There is no such line on this order.' },
  item_not_found: { status: 404, title: 'There is no such item on the menu.' },
  portion_not_found: { status: 404, title: 'This item has no such portion.' },
  table_not_found: { status: 404, title: 'There is no such table.' },
  tender_not_found: { status: 404, title: 'There is no such tender.' },
  staff_not_found: { status: 404, title: 'There is no such person.' },
  already_set_up: { status: 409, title: 'This till is already set up.' },
  not_set_up: { status: 409, title: 'This till is not set up yet.' },
  conflict: { status: 409, title: 'Somebody else changed this meanwhile. Look again.' },
  order_not_open: { status: 409, title: 'This order is closed and cannot be changed.' },
  order_empty: { status: 409, title: 'There is nothing on this order yet.' },
  order_not_empty: {
    status: 409,
    title: 'There are still items or payments on this order.',
  },
  line_exists: { status: 409, title: 'A line with this id is already on the order.' },
  line_firm: {
    status: 409,
    title: 'This line was sent or stands on a pre-bill. Void it with a reason instead.',
  },
  line_not_firm: {
    status: 409,
    title: 'This line was not sent yet. Remove it instead of voiding it.',
  },
  line_voided: { status: 409, title: 'This line is already voided.' },
  quantity_too_large: { status: 409, title: 'There are not that many on this line.' },
  order_full: { status: 409, title: 'An order holds at most 500 lines.' },
  item_sold_out: { status: 409, title: 'This item is sold out.' },
  price_differs: {
    status: 409,
    title: 'The price on the screen is not the price of the till. Look again.',
  },
  total_differs: {
    status: 409,
    title: 'The total on the screen is not the total of the till. Look again.',
  },
  below_paid: { status: 409, title: 'More was already paid than would be left to pay.' },
  card_exceeds_due: {
    status: 409,
    title: 'A card or wallet cannot be charged more than what is due. Choose the rest as a tip.',
  },
  payment_is_nothing: { status: 409, title: 'A payment must be more than nothing.' },
  tip_exceeds_tendered: { status: 409, title: 'The tip is more than what is left over.' },
  tender_inactive: { status: 409, title: 'This tender is switched off.' },
  last_owner: { status: 409, title: 'The last owner cannot be removed, demoted or deactivated.' },
  owners_only: { status: 403, title: 'Only an owner can make, change or deactivate an owner.' },
  role_fixed: { status: 409, title: 'The owner role always has every permission.' },
  role_in_use: { status: 409, title: 'Somebody still has this role.' },
  name_taken: { status: 409, title: 'This name is already used.' },
  in_use: { status: 409, title: 'This is still in use and cannot be removed.' },
  currency_fixed: { status: 409, title: 'The currency cannot change once there are sales.' },
  amount_too_large: { status: 422, title: 'The amount is larger than the till can hold.' },
  range_backwards: { status: 422, title: 'The first date must not be after the last.' },
  date_invalid: { status: 422, title: 'That is not a date. Write it as YYYY-MM-DD.' },
  time_zone_unknown: { status: 422, title: 'That is not a known IANA time zone.' },
  currency_unknown: { status: 422, title: 'That is not a known ISO 4217 currency.' },
  picture_invalid: {
    status: 422,
    title: 'That file is not a PNG, JPEG or WebP picture that can be read.',
  },
  import_refused: { status: 422, title: 'The file was refused. Nothing was imported.' },
  taxes_undecided: {
    status: 409,
    title:
      'Some new items name no tax. Say which of the taxes they carry, or that they carry none.',
  },
  too_large: { status: 413, title: 'That is larger than the till takes.' },
  media_type: { status: 415, title: 'The till takes JSON here.' },
  busy: { status: 503, title: 'The till is busy with a long task. Try again in a moment.' },
  storage_failed: {
    status: 503,
    title: 'The till cannot write to its disk. Nothing of this was saved.',
  },
  database_unreachable: {
    status: 503,
    title: 'The database server does not answer. Try again in a moment; nothing is done twice.',
  },
  fault: { status: 500, title: 'Something broke inside the till. Nothing of this was saved.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type RefusalCode = keyof typeof refusals;
