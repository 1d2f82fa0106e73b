import type { ColumnTypes, Migration } from './migration.ts';

/** Everything that a restaurant's first day needs. `portion` is quoted: MariaDB keeps the word for itself. */
export const firstRestaurant: Migration = {
  number: 1,
  name: 'first-restaurant',
  statements: ({
    id,
    site,
    date,
    text,
    key,
    long,
    int,
    real,
    bytes,
    table,
    largeRows,
  }: ColumnTypes) => [
    `create table journal (
      site ${site} not null, seq ${int} not null, at ${int} not null, type ${id} not null,
      order_id ${id}, content ${long} not null, hash ${id} not null,
      primary key (site, seq)) ${table}`,
    `create index journal_by_order on journal (order_id, seq)`,
    `create index journal_by_type on journal (type, seq)`,
    `create table journal_heads (
      site ${site} not null primary key, seq ${int} not null, hash ${id} not null, at ${int} not null) ${table}`,
    `create table commands (
      command_key ${id} not null primary key, body_mac ${id} not null, answer ${long} not null,
      at ${int} not null) ${largeRows}`,
    `create table aliases (alias ${id} not null primary key, name ${text} not null) ${table}`,
    `create table recovery (
      id ${int} not null primary key check (id = 1), salt ${id} not null, hash ${id} not null) ${table}`,
    `create table pictures (
      picture_id ${id} not null primary key, media_type ${id} not null, width ${int} not null,
      height ${int} not null, bytes ${bytes} not null) ${largeRows}`,
    `create table pin_attempts (
      subject ${id} not null primary key, failures ${int} not null, locked_until ${int} not null) ${table}`,
    `create table site (
      id ${int} not null primary key check (id = 1), name ${text} not null, address ${text} not null,
      country ${id} not null, currency ${id} not null, exponent ${int} not null, time_zone ${id} not null,
      cutoff ${id} not null, tax_mode ${id} not null check (tax_mode in ('inclusive', 'exclusive')),
      tax_rounding ${id} not null check (tax_rounding in ('line', 'rate')),
      rounding ${id} not null check (rounding in ('half_away', 'half_even', 'down')),
      cash_step ${int} not null, idle_lock_minutes ${int} not null, lock_after_sale ${int} not null) ${table}`,
    `create table tenders (
      tender_id ${id} not null primary key, name ${text} not null,
      kind ${id} not null check (kind in ('cash', 'card', 'wallet')), active ${int} not null,
      position ${int} not null) ${table}`,
    `create table roles (role_id ${id} not null primary key, name ${text} not null) ${table}`,
    `create table role_permissions (
      role_id ${id} not null, permission ${id} not null,
      primary key (role_id, permission),
      foreign key (role_id) references roles (role_id)) ${table}`,
    `create table staff (
      staff_id ${id} not null primary key, alias ${id} not null,
      role_id ${id} not null, active ${int} not null,
      foreign key (role_id) references roles (role_id)) ${table}`,
    `create table staff_pins (
      staff_id ${id} not null primary key, salt ${id} not null,
      hash ${id} not null, rounds ${int} not null, changed_at ${int} not null,
      foreign key (staff_id) references staff (staff_id)) ${table}`,
    `create table sessions (
      session_hash ${id} not null primary key, staff_id ${id} not null,
      terminal ${id} not null, created_at ${int} not null, seen_at ${int} not null,
      foreign key (staff_id) references staff (staff_id)) ${table}`,
    `create index sessions_by_staff on sessions (staff_id)`,
    `create table taxes (
      tax_id ${id} not null primary key, name ${text} not null,
      rate_ppm ${int} not null check (rate_ppm between 0 and 1000000)) ${table}`,
    `create table categories (
      category_id ${id} not null primary key, name ${text} not null, emoji ${text} not null,
      hue ${int} not null, position ${int} not null) ${table}`,
    `create table items (
      item_id ${id} not null primary key, category_id ${id} not null,
      name ${text} not null, description ${long} not null, emoji ${text} not null, picture_id ${id},
      sku ${text} not null, barcode ${text} not null, position ${int} not null, sold_out ${int} not null,
      foreign key (category_id) references categories (category_id)) ${table}`,
    `create index items_by_category on items (category_id)`,
    `create table item_portions (
      item_id ${id} not null, portion_id ${id} not null,
      position ${int} not null, name ${text} not null, price ${int} not null check (price >= 0),
      primary key (item_id, portion_id),
      foreign key (item_id) references items (item_id)) ${table}`,
    `create table item_taxes (
      item_id ${id} not null, tax_id ${id} not null,
      position ${int} not null, primary key (item_id, tax_id),
      foreign key (item_id) references items (item_id),
      foreign key (tax_id) references taxes (tax_id)) ${table}`,
    `create table areas (
      area_id ${id} not null primary key, name ${text} not null, position ${int} not null) ${table}`,
    `create table floor_tables (
      table_id ${id} not null primary key, area_id ${id} not null,
      name ${text} not null, seats ${int} not null,
      shape ${id} not null check (shape in ('round', 'square', 'bar')),
      x ${real} not null, y ${real} not null, width ${real} not null, height ${real} not null,
      foreign key (area_id) references areas (area_id)) ${table}`,
    `create table counters (
      site ${site} not null, name ${id} not null, value ${int} not null, primary key (site, name)) ${table}`,
    // One open order at a table: open_table_id is empty once the order is closed (O5).
    // A settled order of the till has a balance of nothing: the database's own check of P1.
    `create table orders (
      order_id ${id} not null primary key, site ${site} not null,
      source ${id} not null check (source in ('till', 'import')), external ${key(100)}, external_hash ${id},
      number ${int} not null, business_date ${date} not null,
      dining ${id} not null check (dining in ('here', 'to_go', 'delivery')), table_id ${id},
      open_table_id ${id} unique, table_name ${text} not null, covers ${int} not null,
      opened_at ${int} not null, opened_by ${id} not null, opened_alias ${id} not null,
      tax_rounding ${id} not null, rounding_mode ${id} not null, cash_step ${int} not null,
      pre_bills ${int} not null, pre_bill_at ${int}, pre_bill_total ${int},
      status ${id} not null check (status in ('open', 'billing', 'paid', 'cancelled')),
      receipt_number ${int}, settled_at ${int}, settled_by ${id}, settled_alias ${id},
      items ${int} not null, gross ${int} not null, discounts ${int} not null,
      service_charge ${int} not null, tax ${int} not null, net ${int} not null, total ${int} not null,
      paid ${int} not null, rounding ${int} not null, tips ${int} not null, place_name ${text} not null,
      place_address ${text} not null, currency ${id} not null, exponent ${int} not null,
      settled_seq ${int}, settled_hash ${id}, copies ${int} not null, last_seq ${int} not null,
      check (status <> 'paid' or paid = total),
      check (status in ('open', 'billing') or open_table_id is null),
      unique (site, receipt_number), unique (site, external)) ${table}`,
    `create index orders_by_status on orders (status)`,
    `create index orders_by_date on orders (business_date, receipt_number)`,
    `create table order_lines (
      order_id ${id} not null, line_id ${id} not null,
      position ${int} not null, item_id ${id} not null, name ${text} not null,
      category_id ${id} not null, category ${text} not null, portion_id ${id} not null,
      \`portion\` ${text} not null, unit_price ${int} not null, tax_mode ${id} not null,
      taxes ${long} not null, quantity ${int} not null check (quantity > 0), note ${long} not null,
      added_at ${int} not null, added_by ${id} not null, added_alias ${id} not null, sent_at ${int},
      billed ${int} not null, void_reason ${text}, void_at ${int}, void_by ${id}, void_alias ${id},
      void_approved_by ${id}, void_approved_alias ${id}, discount ${int} not null, tax ${int} not null,
      net ${int} not null, total ${int} not null, primary key (order_id, line_id),
      foreign key (order_id) references orders (order_id)) ${table}`,
    `create table order_taxes (
      order_id ${id} not null, position ${int} not null,
      tax_id ${id} not null, name ${text} not null, rate_ppm ${int} not null, tax_mode ${id} not null,
      base ${int} not null, tax ${int} not null, primary key (order_id, position),
      foreign key (order_id) references orders (order_id)) ${table}`,
    `create table payments (
      payment_id ${id} not null primary key, order_id ${id} not null,
      position ${int} not null, tender_id ${id} not null, tender ${text} not null, kind ${id} not null,
      tendered ${int} not null, applied ${int} not null, change_given ${int} not null,
      tip ${int} not null, rounding ${int} not null, at ${int} not null, taken_by ${id} not null,
      taken_alias ${id} not null, business_date ${date} not null,
      foreign key (order_id) references orders (order_id)) ${table}`,
    `create index payments_by_order on payments (order_id)`,
    `create table day_totals (
      site ${site} not null, business_date ${date} not null, orders ${int} not null default 0,
      order_lines ${int} not null default 0, items ${int} not null default 0,
      gross ${int} not null default 0, discounts ${int} not null default 0,
      service_charges ${int} not null default 0, tax ${int} not null default 0,
      tips ${int} not null default 0, rounding ${int} not null default 0, total ${int} not null default 0,
      void_lines ${int} not null default 0, void_items ${int} not null default 0,
      void_amount ${int} not null default 0, pre_bills ${int} not null default 0,
      primary key (site, business_date)) ${table}`,
    `create table day_tenders (
      site ${site} not null, business_date ${date} not null, tender ${key(40)} not null,
      payments ${int} not null default 0, amount ${int} not null default 0,
      primary key (site, business_date, tender)) ${table}`,
    `create table day_hours (
      site ${site} not null, business_date ${date} not null, hour ${int} not null,
      orders ${int} not null default 0, total ${int} not null default 0,
      primary key (site, business_date, hour)) ${table}`,
    `create table day_items (
      site ${site} not null, business_date ${date} not null, item ${key(560)} not null, \`portion\` ${key(60)} not null,
      category ${key(120)} not null, items ${int} not null default 0, total ${int} not null default 0,
      primary key (site, business_date, item, \`portion\`, category)) ${table}`,
    `create table day_cashiers (
      site ${site} not null, business_date ${date} not null, alias ${id} not null,
      orders ${int} not null default 0, total ${int} not null default 0,
      primary key (site, business_date, alias)) ${table}`,
    `create table day_tables (
      site ${site} not null, business_date ${date} not null, table_name ${key(60)} not null,
      orders ${int} not null default 0, total ${int} not null default 0,
      primary key (site, business_date, table_name)) ${table}`,
    `create table day_taxes (
      site ${site} not null, business_date ${date} not null, name ${key(60)} not null, rate_ppm ${int} not null,
      base ${int} not null default 0, tax ${int} not null default 0,
      primary key (site, business_date, name, rate_ppm)) ${table}`,
  ],
};
