import { readFileSync } from 'node:fs';
import type { OrderState } from '../../src/contract/orders.ts';
import { ownerPin } from '../../src/server/test-till.ts';
import type { Browser, TestTill } from '../../src/server/test-till.ts';
import type { Random } from '../random.ts';

/** Names that engines like to sort, fold, trim or cut each in its own way. */
const oddNames = [
  'Café crème',
  'Cafe creme',
  'CAFÉ CRÈME!',
  'Iskender ıİiI',
  'Straße, Strasse',
  'مقلوبة بالدجاج',
  '寿司 🍣 セット',
  'é', // composed
  'e\u0301x', // decomposed
  'O\'Brien\'s "50%" \\ _special_',
  '👩‍👩‍👧‍👦 platter',
  'zebra',
  'Äpfel',
  'a b',
  'a  b',
];
const fixtures = new URL('../../fixtures/pizzeria/', import.meta.url);
const quarterHourMs = 900_000;
const staff = [
  ['mia', 'manager', '246802'],
  ['cagla', 'cashier', '975310'],
] as const;
/** At three quarters of an hour each these are 15 hours, and a session lasts 16. */
const ordersPerShift = 20;

export type ScriptSize = { readonly orders: number; readonly importedLines: number };

/** One restaurant's life on a till: every answer it gave, in order. The same chance plays the same script. */
export async function playScript(
  till: TestTill,
  random: Random,
  { orders, importedLines }: ScriptSize,
): Promise<string[]> {
  const answers: string[] = [];

  async function ask(
    browser: Browser,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object | string,
  ): Promise<unknown> {
    const csv = typeof body === 'string' ? { headers: { 'content-type': 'text/csv' } } : {};
    const answer =
      method === 'get' || method === 'delete'
        ? await browser[method](path)
        : await browser[method](path, body, csv);
    const isJson = /json/.test(String(answer.headers['content-type']));
    const said = isJson ? answer.json<Record<string, unknown>>() : answer.payload;
    // The reference by which a refusal is found in the log is new each time.
    const kept = typeof said === 'object' ? { ...said, reference: undefined } : said;
    answers.push(`${method} ${path}: ${answer.statusCode} ${JSON.stringify(kept)}`);
    return answer.statusCode === 200 ? said : undefined;
  }

  const owner = till.as('owner');
  await layOut();
  const people = [owner];
  for (const [name, roleId, pin] of staff) people.push(await till.hire(name, roleId, pin));
  await importPast();
  const open: string[] = [];
  for (let i = 0; i < orders; i += 1) {
    await playParty(random.fork(`order ${i}`));
    if (i % 10 === 9) await changeShop(random.fork(`change ${i}`));
    till.clock.pass(random.integer(1, 3) * quarterHourMs);
    if (i % ordersPerShift === ordersPerShift - 1) await beginShift();
  }
  await readAll();
  return answers;

  async function layOut(): Promise<void> {
    await changeSite({ idleLockMinutes: 720 });
    for (const [position, name] of ['Pizza', 'Getränke', 'ızgara'].entries()) {
      await ask(owner, 'put', `/menu/categories/c${position}`, {
        name,
        emoji: '🍕',
        hue: 20,
        position,
      });
    }
    const menu = (await ask(owner, 'get', '/menu')) as { taxes: { taxId: string }[] };
    for (const [position, name] of oddNames.entries()) {
      await ask(owner, 'put', `/menu/items/i${position}`, {
        categoryId: `c${position % 3}`,
        name,
        description: name.repeat(3),
        emoji: '',
        pictureId: null,
        sku: `SKU-${position}`,
        barcode: '',
        taxIds: menu.taxes.slice(position % 2, (position % 2) + 1).map((tax) => tax.taxId),
        position,
        portions: [
          { portionId: 'small', name: 'Small', price: 333 + position * 97 },
          { portionId: 'large', name: 'Largé', price: 1_049 + position * 131 },
        ],
      });
    }
    for (const [position, name] of ['Saal', 'Bar', 'bar'].entries()) {
      await ask(owner, 'put', `/floor/areas/a${position}`, { name, position });
    }
    for (let i = 0; i < 6; i += 1) {
      const place = { x: 10.5 + i / 3, y: 7.25 * i, width: 8, height: 8.125 };
      const table = { areaId: `a${i % 2}`, name: `T ${i}`, seats: 4, shape: 'round', ...place };
      await ask(owner, 'put', `/floor/tables/t${i}`, table);
    }
  }

  /** Nobody's session outlives the night. */
  async function beginShift(): Promise<void> {
    await owner.signIn(till.ownerId, ownerPin);
    for (const [name, , pin] of staff) await till.as(name).signIn(name, pin);
  }

  async function importPast(): Promise<void> {
    await ask(owner, 'post', '/menu/import', readFileSync(new URL('menu.csv', fixtures), 'utf8'));
    const sales = readFileSync(new URL('sales-2015.csv', fixtures), 'utf8').split('\n');
    const some = sales.slice(0, importedLines + 1).join('\n');
    await ask(owner, 'post', '/sales/import', `${some}\n`);
    await ask(owner, 'post', '/sales/import', `${some}\nnot,a,sale\n`);
  }

  /** A party from its table to the money, or some way there, with what goes wrong in between. */
  async function playParty(own: Random): Promise<void> {
    const who = own.pick(people);
    const orderId = till.newKey();
    const tableId = own.chance(0.7) ? `t${own.integer(0, 5)}` : null;
    const dining = tableId ? 'here' : own.pick(['to_go', 'delivery']);
    const covers = own.integer(0, 6);
    const opened = (await ask(who, 'post', '/orders', { orderId, dining, tableId, covers })) as
      OrderState | undefined;
    const path = `/orders/${opened?.order.orderId ?? orderId}`;
    if (opened) open.push(opened.order.orderId);
    for (let taps = own.integer(2, 12); taps > 0; taps -= 1) {
      till.clock.pass(own.integer(1_000, 90_000));
      await tap(own, own.pick(people), path);
    }
    if (own.chance(0.8)) await settle(own, who, path);
    await ask(who, 'get', `${path}/receipt`);
    if (own.chance(0.3)) await ask(who, 'post', `${path}/receipt/copies`);
  }

  async function tap(own: Random, who: Browser, path: string): Promise<void> {
    const state = (await ask(who, 'get', path)) as OrderState | undefined;
    const line = state && state.order.lines.length > 0 ? own.pick(state.order.lines) : undefined;
    const roll = own.fraction();
    if (roll < 0.45 || !line) {
      await ask(who, 'post', `${path}/lines`, {
        lineId: till.newKey(),
        itemId: `i${own.integer(0, oddNames.length)}`,
        portionId: own.pick(['small', 'large']),
        quantity: own.integer(1, 4),
        note: own.pick(['', '', 'ohne Zwiebeln', '🌶🌶', ' trailing ']),
      });
    } else if (roll < 0.55) {
      await ask(who, 'post', `${path}/lines/${line.lineId}/quantity`, { by: own.pick([-1, 1, 2]) });
    } else if (roll < 0.6) {
      await ask(who, 'delete', `${path}/lines/${line.lineId}`);
    } else if (roll < 0.7) {
      await ask(who, 'post', `${path}/lines/${line.lineId}/note`, { note: own.pick(oddNames) });
    } else if (roll < 0.8) {
      await ask(who, 'post', `${path}/send`);
    } else if (roll < 0.85) {
      await ask(who, 'post', `${path}/pre-bill`);
    } else if (roll < 0.93) {
      const quantity = own.integer(1, line.quantity);
      const reason = own.pick(oddNames);
      const body = { quantity, reason, splitLineId: till.newKey() };
      await ask(who, 'post', `${path}/lines/${line.lineId}/void`, body);
    } else {
      await ask(who, 'post', `${path}/covers`, { covers: own.integer(0, 9) });
    }
  }

  async function settle(own: Random, who: Browser, path: string): Promise<void> {
    const state = (await ask(who, 'get', path)) as OrderState | undefined;
    if (!state || state.bill.total === 0) {
      await ask(who, 'post', `${path}/cancel`, { reason: 'Left again' });
      return;
    }
    const tendered = own.chance(0.3)
      ? own.integer(1, state.balance)
      : state.balance + own.pick([0, 500]);
    await pay(own, who, path, tendered, state.bill.total + (own.chance(0.1) ? 1 : 0));
    const after = (await ask(who, 'get', path)) as OrderState | undefined;
    if (after && after.balance > 0) await pay(own, who, path, after.balance, after.bill.total);
  }

  async function pay(
    own: Random,
    who: Browser,
    path: string,
    tendered: number,
    expectedTotal: number,
  ): Promise<void> {
    const body = {
      paymentId: till.newKey(),
      tenderId: own.pick(['cash', 'card']),
      tendered,
      tip: own.pick([0, 0, 150]),
      expectedTotal,
    };
    await ask(who, 'post', `${path}/payments`, body);
  }

  /** What the owner changes between two parties; most of it is refused now and then, which must be the same too. */
  async function changeShop(own: Random): Promise<void> {
    const item = own.integer(0, oddNames.length - 1);
    await ask(owner, 'post', `/menu/items/i${item}/sold-out`, { soldOut: own.chance(0.5) });
    await ask(owner, 'put', `/menu/categories/c${own.integer(0, 3)}`, {
      name: own.pick([...oddNames, 'PIZZA']),
      emoji: '',
      hue: own.integer(0, 359),
      position: own.integer(0, 9),
    });
    await ask(owner, 'delete', `/floor/tables/t${own.integer(0, 9)}`);
    await ask(owner, 'put', `/tenders/${own.pick(['wallet', 'voucher'])}`, {
      name: own.pick(oddNames),
      kind: 'wallet',
      active: own.chance(0.5),
      position: 5,
    });
    await ask(owner, 'put', `/roles/${own.pick(['bar', 'kitchen'])}`, {
      name: own.pick(oddNames),
      permissions: ['orders.take'],
    });
    await changeSite({ name: own.pick(oddNames), cashStep: own.pick([0, 5]) });
  }

  async function changeSite(change: object): Promise<void> {
    const read = (await ask(owner, 'get', '/site')) as { site: Record<string, unknown> };
    const { exponent: _exponent, ...site } = read.site;
    await ask(owner, 'put', '/site', { ...site, ...change });
  }

  async function readAll(): Promise<void> {
    const reads = ['/site', '/menu', '/floor', '/staff', '/orders', '/receipts', '/journal'];
    for (const path of [...reads, '/reports/today']) await ask(owner, 'get', path);
    const ranges = [
      { from: '2015-01-01', to: '2015-12-31' },
      { from: '2026-03-01', to: '2026-06-30' },
    ];
    for (const { from, to } of ranges) {
      for (const compare of ['before', 'weekdays']) {
        await ask(owner, 'get', `/reports/sales?from=${from}&to=${to}&compare=${compare}`);
      }
      await ask(owner, 'post', '/reports/sales/export', { from, to, format: 'csv' });
    }
    for (const orderId of open) await ask(owner, 'get', `/orders/${orderId}`);
    await ask(owner, 'post', '/journal/verify');
  }
}
