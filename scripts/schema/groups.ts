/** The pictures of docs/schema.md, and what they say; a table that is in none fails the check. */
export type Group = {
  readonly title: string;
  readonly words: string;
  readonly tables: Readonly<Record<string, string>>;
};

export const groups: readonly Group[] = [
  {
    title: 'Orders and payments',
    words:
      'What a party had and paid. A line keeps copies of names, prices and tax rates and no key to the menu: ' +
      'renaming or removing a dish changes no old bill (M8). `table_id` says where the party sits or sat; ' +
      '`open_table_id` is the same while the order is open and empty afterwards.',
    tables: {
      orders: 'One party’s bill, open or closed, with its totals and numbers',
      order_lines: 'What was ordered, with what became of it: sent, voided, billed',
      order_taxes: 'The tax rows of the bill as they stand on the receipt',
      payments: 'What was given, applied and handed back, for each tender',
      counters: 'The last order, receipt and other numbers given',
    },
  },
  {
    title: 'Menu and floor',
    words: 'What can be sold, and where people sit.',
    tables: {
      categories: 'The tabs of the menu',
      items: 'Dishes and drinks',
      item_portions: 'Sizes of an item, each with its price',
      item_taxes: 'Which taxes an item bears',
      taxes: 'Rates in parts per million',
      pictures: 'Photographs of dishes; the journal names them and does not hold them',
      areas: 'Rooms and terraces',
      floor_tables: 'Tables with their place in per cent of the room',
    },
  },
  {
    title: 'The site, people and access',
    words:
      'Names of people stand in `aliases` alone; everything else knows a keyed pseudonym (J1). PINs, sessions and ' +
      'the recovery code are kept as hashes.',
    tables: {
      site: 'The restaurant and its rules for money and time: one row',
      tenders: 'Cash, card, and wallets that the owner named',
      roles: 'Sets of permissions',
      role_permissions: 'What a role may do',
      staff: 'People by their pseudonym; nobody is ever deleted (U4)',
      aliases: 'The name behind a pseudonym',
      staff_pins: 'Hashes of PINs',
      sessions: 'Who is signed in at which terminal',
      pin_attempts: 'Wrong PINs for each person and each terminal, and until when they wait',
      recovery: 'The hash of the printed recovery code: one row',
    },
  },
  {
    title: 'The journal and what keeps it',
    words:
      'The journal is only ever added to: triggers refuse to change or delete an entry. Writers take turns at the ' +
      'row of their site in `journal_heads`, so that the chain has no gap and no fork.',
    tables: {
      journal: 'Every change, in order, each entry chained to the one before by its hash',
      journal_heads: 'The last entry of each site',
      commands: 'Keys of commands with their answers: the same tap twice is one effect (O2)',
      moves: 'Where the restaurant moved, or that it is still arriving; one row or none',
      server_keys: 'By which servers on one database know that they have the same keys',
      migrations: 'The steps of this schema that were taken, and when',
    },
  },
  {
    title: 'Sums of days',
    words:
      'Reports read these and no orders, so a year is as quick as a day. The projections keep them in the ' +
      'transaction of the sale.',
    tables: {
      day_totals: 'Sales, discounts, tax, tips and voids of a business day',
      day_tenders: 'By tender',
      day_hours: 'By local hour',
      day_items: 'By item and portion',
      day_cashiers: 'By who took the payment',
      day_tables: 'By table',
      day_taxes: 'By tax and rate',
    },
  },
];

/** What each index and each unique constraint is for, by its table and columns. */
export const uses: Readonly<Record<string, string>> = {
  'items (category_id)':
    'the last place of a category, and whether it is empty before it is removed',
  'journal (order_id, seq)': 'the story of one order',
  'journal (type, seq)': 'the journal searched by type of entry',
  'orders (business_date, receipt_number)': 'receipts of a day, and sales exported by date',
  'orders (status)': 'the open orders on the floor, whatever was ever sold',
  'payments (order_id)': 'the payments of a bill',
  'sessions (staff_id)': 'ending a person’s sessions at sign-out, deactivation or a new PIN (A5)',
  'orders (open_table_id)': 'one open order at a table (O5)',
  'orders (site, external)':
    'a sale of the past is taken over once, however often its file is imported',
  'orders (site, receipt_number)': 'a receipt number is given once (N1)',
};
