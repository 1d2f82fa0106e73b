/** The tables, as both engines hold them. Amounts are minor units, instants epoch milliseconds, flags 0/1. */
export type Schema = {
  migrations: { number: number; name: string; applied_at: number };

  // The journal and what keeps it (never rebuilt).
  journal: {
    site: string;
    seq: number;
    at: number;
    type: string;
    order_id: string | null;
    content: string;
    hash: string;
  };
  journal_heads: { site: string; seq: number; hash: string; at: number };
  /** 'arriving' while it is being copied here, 'left' once it lives elsewhere; no row otherwise. */
  moves: { id: number; state: 'arriving' | 'left'; place: string; at: number };
  /** Of the keys that every server on this database has; no row on a file, which has one server. */
  server_keys: { id: number; digest: string };
  commands: { command_key: string; body_mac: string; answer: string; at: number };

  // Personal data and secrets: outside the journal (J1), never rebuilt.
  aliases: { alias: string; name: string };
  staff_pins: { staff_id: string; salt: string; hash: string; rounds: number; changed_at: number };
  sessions: {
    session_hash: string;
    staff_id: string;
    terminal: string;
    created_at: number;
    seen_at: number;
  };
  pin_attempts: { subject: string; failures: number; locked_until: number };
  recovery: { id: number; salt: string; hash: string };
  pictures: {
    picture_id: string;
    media_type: string;
    width: number;
    height: number;
    bytes: Uint8Array;
  };

  // Projections of the journal, each rebuildable from it (J4).
  site: {
    id: number;
    name: string;
    address: string;
    country: string;
    currency: string;
    exponent: number;
    time_zone: string;
    cutoff: string;
    tax_mode: string;
    tax_rounding: string;
    rounding: string;
    cash_step: number;
    idle_lock_minutes: number;
    lock_after_sale: number;
  };
  tenders: { tender_id: string; name: string; kind: string; active: number; position: number };
  roles: { role_id: string; name: string };
  role_permissions: { role_id: string; permission: string };
  staff: { staff_id: string; alias: string; role_id: string; active: number };
  taxes: { tax_id: string; name: string; rate_ppm: number };
  categories: {
    category_id: string;
    name: string;
    emoji: string;
    hue: number;
    position: number;
  };
  items: {
    item_id: string;
    category_id: string;
    name: string;
    description: string;
    emoji: string;
    picture_id: string | null;
    sku: string;
    barcode: string;
    position: number;
    sold_out: number;
  };
  item_portions: {
    item_id: string;
    portion_id: string;
    position: number;
    name: string;
    price: number;
  };
  item_taxes: { item_id: string; tax_id: string; position: number };
  areas: { area_id: string; name: string; position: number };
  floor_tables: {
    table_id: string;
    area_id: string;
    name: string;
    seats: number;
    shape: string;
    x: number;
    y: number;
    width: number;
    height: number;
  };
  counters: { site: string; name: string; value: number };
  orders: {
    order_id: string;
    site: string;
    source: string;
    external: string | null;
    external_hash: string | null;
    number: number;
    business_date: string;
    dining: string;
    table_id: string | null;
    open_table_id: string | null;
    table_name: string;
    covers: number;
    opened_at: number;
    opened_by: string;
    opened_alias: string;
    tax_rounding: string;
    rounding_mode: string;
    cash_step: number;
    pre_bills: number;
    pre_bill_at: number | null;
    pre_bill_total: number | null;
    status: string;
    receipt_number: number | null;
    settled_at: number | null;
    settled_by: string | null;
    settled_alias: string | null;
    items: number;
    gross: number;
    discounts: number;
    service_charge: number;
    tax: number;
    net: number;
    total: number;
    paid: number;
    rounding: number;
    tips: number;
    place_name: string;
    place_address: string;
    currency: string;
    exponent: number;
    settled_seq: number | null;
    settled_hash: string | null;
    copies: number;
    last_seq: number;
  };
  order_lines: {
    order_id: string;
    line_id: string;
    position: number;
    item_id: string;
    name: string;
    category_id: string;
    category: string;
    portion_id: string;
    portion: string;
    unit_price: number;
    tax_mode: string;
    taxes: string;
    quantity: number;
    note: string;
    added_at: number;
    added_by: string;
    added_alias: string;
    sent_at: number | null;
    billed: number;
    void_reason: string | null;
    void_at: number | null;
    void_by: string | null;
    void_alias: string | null;
    void_approved_by: string | null;
    void_approved_alias: string | null;
    discount: number;
    tax: number;
    net: number;
    total: number;
  };
  order_taxes: {
    order_id: string;
    position: number;
    tax_id: string;
    name: string;
    rate_ppm: number;
    tax_mode: string;
    base: number;
    tax: number;
  };
  payments: {
    payment_id: string;
    order_id: string;
    position: number;
    tender_id: string;
    tender: string;
    kind: string;
    tendered: number;
    applied: number;
    change_given: number;
    tip: number;
    rounding: number;
    at: number;
    taken_by: string;
    taken_alias: string;
    business_date: string;
  };
  day_totals: {
    site: string;
    business_date: string;
    orders: number;
    order_lines: number;
    items: number;
    gross: number;
    discounts: number;
    service_charges: number;
    tax: number;
    tips: number;
    rounding: number;
    total: number;
    void_lines: number;
    void_items: number;
    void_amount: number;
    pre_bills: number;
  };
  day_tenders: {
    site: string;
    business_date: string;
    tender: string;
    payments: number;
    amount: number;
  };
  day_hours: { site: string; business_date: string; hour: number; orders: number; total: number };
  day_items: {
    site: string;
    business_date: string;
    item: string;
    portion: string;
    category: string;
    items: number;
    total: number;
  };
  day_cashiers: {
    site: string;
    business_date: string;
    alias: string;
    orders: number;
    total: number;
  };
  day_tables: {
    site: string;
    business_date: string;
    table_name: string;
    orders: number;
    total: number;
  };
  day_taxes: {
    site: string;
    business_date: string;
    name: string;
    rate_ppm: number;
    base: number;
    tax: number;
  };
};

/** The tables that the journal can rebuild, in an order that foreign keys allow (J4), with their keys. */
export const projectedTables = {
  site: ['id'],
  tenders: ['tender_id'],
  roles: ['role_id'],
  role_permissions: ['role_id', 'permission'],
  staff: ['staff_id'],
  taxes: ['tax_id'],
  categories: ['category_id'],
  items: ['item_id'],
  item_portions: ['item_id', 'portion_id'],
  item_taxes: ['item_id', 'tax_id'],
  areas: ['area_id'],
  floor_tables: ['table_id'],
  counters: ['site', 'name'],
  orders: ['order_id'],
  order_lines: ['order_id', 'line_id'],
  order_taxes: ['order_id', 'position'],
  payments: ['payment_id'],
  day_totals: ['site', 'business_date'],
  day_tenders: ['site', 'business_date', 'tender'],
  day_hours: ['site', 'business_date', 'hour'],
  day_items: ['site', 'business_date', 'item', 'portion', 'category'],
  day_cashiers: ['site', 'business_date', 'alias'],
  day_tables: ['site', 'business_date', 'table_name'],
  day_taxes: ['site', 'business_date', 'name', 'rate_ppm'],
} as const satisfies Partial<{ [T in keyof Schema]: readonly (keyof Schema[T] & string)[] }>;

export type ProjectedTable = keyof typeof projectedTables;

/** The other tables, which are copied and never rebuilt, with their keys. */
export const keptTables = {
  aliases: ['alias'],
  recovery: ['id'],
  pictures: ['picture_id'],
  pin_attempts: ['subject'],
  staff_pins: ['staff_id'],
  sessions: ['session_hash'],
  commands: ['command_key'],
  journal: ['site', 'seq'],
  journal_heads: ['site'],
} as const satisfies Partial<{ [T in keyof Schema]: readonly (keyof Schema[T] & string)[] }>;
