import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrderState } from '../../../contract/orders.ts';
import type { Receipt } from '../../../contract/receipts.ts';
import { verifyReading } from '../../journal/verify.ts';
import { openTestTill } from '../../test-till.ts';
import type { Browser, TestTill } from '../../test-till.ts';
import { findOrder } from '../../projections/find-order.ts';
import type { Order } from '../../../domain/order/order.ts';

let till: TestTill;
let owner: Browser;
let cashier: Browser;

beforeAll(async () => {
  till = await openTestTill();
  owner = till.as('owner');
  cashier = await till.hire('carla', 'cashier', '2468');
  await owner.put('/menu/categories/pizza', { name: 'Pizza', emoji: '🍕', hue: 30, position: 0 });
  const { taxes } = (await owner.get('/menu')).json();
  const taxIds = [taxes[0].taxId];
  const item = (name: string, portions: object[]) => ({
    categoryId: 'pizza',
    name,
    description: '',
    emoji: '🍕',
    pictureId: null,
    sku: '',
    barcode: '',
    taxIds,
    position: 0,
    portions,
  });
  const sizes = [
    { portionId: 's', name: 'Small', price: 950 },
    { portionId: 'l', name: 'Large', price: 1450 },
  ];
  await owner.put('/menu/items/margherita', item('Margherita', sizes));
  await owner.put('/menu/items/water', item('Water', [{ portionId: 'one', name: '', price: 240 }]));
  await owner.put('/menu/items/bread', item('Bread', [{ portionId: 'one', name: '', price: 0 }]));
  await owner.put('/floor/areas/hall', { name: 'Hall', position: 0 });
  for (const tableId of ['t1', 't2', 't3']) {
    await owner.put(`/floor/tables/${tableId}`, {
      areaId: 'hall',
      name: tableId,
      seats: 4,
      shape: 'square',
      x: 5,
      y: 5,
      width: 20,
      height: 20,
    });
  }
});
afterAll(async () => {
  const result = await till.deps.database.read((tx) => verifyReading(tx, till.deps.site));
  expect(result).toMatchObject({ whole: true, firstBad: null, differences: [] });
  await till.close();
});

async function open(browser: Browser, tableId: string | null = null): Promise<OrderState> {
  const dining = tableId === null ? 'to_go' : 'here';
  const answer = await browser.post('/orders', {
    orderId: till.newKey(),
    dining,
    tableId,
    covers: 2,
  });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}
function line(itemId: string, portionId = 'one', quantity = 1) {
  return { lineId: till.newKey(), itemId, portionId, quantity, note: '' };
}
function cash(tendered: number, tip = 0) {
  return { paymentId: till.newKey(), tenderId: 'cash', tendered, tip };
}

describe('taking an order', () => {
  test('a table is opened, ordered at, billed, paid and free again', async () => {
    const { order } = await open(cashier, 't1');
    const added = await cashier.post(`/orders/${order.orderId}/lines`, line('margherita', 'l', 2));
    expect(added.json()).toMatchObject({
      balance: 2900,
      bill: { total: 2900, tax: 463, net: 2437 },
    });
    expect((await owner.get('/floor')).json().tables[0]).toMatchObject({
      status: 'occupied',
      order: { balance: 2900, covers: 2, openedBy: 'carla' },
    });
    await cashier.post(`/orders/${order.orderId}/pre-bill`, {});
    expect((await owner.get('/floor')).json().tables[0].status).toBe('billing');
    const paid = (await cashier.post(`/orders/${order.orderId}/payments`, cash(5000))).json();
    expect(paid.order).toMatchObject({
      status: 'paid',
      receiptNumber: 1,
      payments: [{ tendered: 5000, applied: 2900, change: 2100 }],
    });
    expect((await owner.get('/floor')).json().tables[0]).toMatchObject({
      status: 'available',
      order: null,
    });
  });

  test('O5: opening an empty table twice at once gives one order', async () => {
    const [first, second] = await Promise.all([open(cashier, 't2'), open(owner, 't2')]);
    expect(first.order.orderId).toBe(second.order.orderId);
    await cashier.post(`/orders/${first.order.orderId}/cancel`, { reason: 'left' });
    expect((await owner.get('/floor')).json().tables[1].status).toBe('available');
  });

  test('O1: two terminals adding to one table both succeed', async () => {
    const { order } = await open(cashier, 't2');
    const path = `/orders/${order.orderId}/lines`;
    const answers = await Promise.all([
      cashier.post(path, line('margherita', 's')),
      owner.post(path, line('water', 'one', 3)),
      cashier.post(path, line('margherita', 's')),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
    const state: OrderState = (await owner.get(`/orders/${order.orderId}`)).json();
    expect(state.order.lines.map((each) => [each.name, each.quantity]).toSorted()).toEqual([
      ['Margherita', 2],
      ['Water', 3],
    ]);
    expect(state.balance).toBe(2 * 950 + 3 * 240);
    await cashier.post(`/orders/${order.orderId}/payments`, cash(state.balance));
  });

  test('O2: the same key and body give the same answer and one effect; another body is refused', async () => {
    const { order } = await open(cashier);
    const key = till.newKey();
    const body = line('water');
    const path = `/orders/${order.orderId}/lines`;
    const answers = await Promise.all([1, 2, 3].map(() => cashier.post(path, body, { key })));
    await till.restart();
    answers.push(await cashier.post(path, body, { key }));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect((await cashier.get(`/orders/${order.orderId}`)).json().balance).toBe(240);
    const other = await cashier.post(path, { ...body, quantity: 2 }, { key });
    expect(other.statusCode).toBe(409);
    expect(other.json().code).toBe('key_reused');
  });

  test('M8, M9: a new price touches new lines only, and a rename no old line', async () => {
    const { order } = await open(cashier);
    await cashier.post(`/orders/${order.orderId}/lines`, line('water'));
    const { items } = (await owner.get('/menu')).json();
    const {
      itemId,
      soldOut: _soldOut,
      ...water
    } = items.find((each: { itemId: string }) => each.itemId === 'water');
    const dearer = {
      ...water,
      name: 'Spring water',
      portions: [{ portionId: 'one', name: '', price: 300 }],
    };
    expect((await owner.put(`/menu/items/${itemId}`, dearer)).statusCode).toBe(200);
    const state: OrderState = (
      await cashier.post(`/orders/${order.orderId}/lines`, line('water'))
    ).json();
    expect(state.order.lines.map((each) => [each.name, each.unitPrice, each.quantity])).toEqual([
      ['Water', 240, 1],
      ['Spring water', 300, 1],
    ]);
    await owner.put(`/menu/items/${itemId}`, water);
  });

  test('M11: a price or total that the screen got wrong is refused, and one in another field too', async () => {
    const { order } = await open(cashier);
    const path = `/orders/${order.orderId}`;
    const cheap = await cashier.post(`${path}/lines`, { ...line('water'), expectedUnitPrice: 1 });
    expect(cheap.json()).toMatchObject({ code: 'price_differs', facts: { price: 240 } });
    const smuggled = await cashier.post(`${path}/lines`, { ...line('water'), unitPrice: 1 });
    expect(smuggled.json()).toMatchObject({ code: 'malformed' });
    await cashier.post(`${path}/lines`, line('water'));
    const short = await cashier.post(`${path}/payments`, { ...cash(240), expectedTotal: 100 });
    expect(short.json()).toMatchObject({ code: 'total_differs', facts: { total: 240 } });
    expect((await cashier.get(path)).json().balance).toBe(240);
  });

  test('O8: a sold-out item is refused on every terminal until it is back', async () => {
    await cashier.post('/menu/items/margherita/sold-out', { soldOut: true });
    const { order } = await open(owner);
    const refused = await owner.post(`/orders/${order.orderId}/lines`, line('margherita', 's'));
    expect(refused.json()).toMatchObject({ code: 'item_sold_out', facts: { item: 'Margherita' } });
    await owner.post('/menu/items/margherita/sold-out', { soldOut: false });
    expect(
      (await owner.post(`/orders/${order.orderId}/lines`, line('margherita', 's'))).statusCode,
    ).toBe(200);
  });
});

describe('taking something off', () => {
  test('O3, U3: a sent line is voided with a reason by who may, or with the PIN of who may', async () => {
    const { order } = await open(cashier);
    const path = `/orders/${order.orderId}`;
    await cashier.post(`${path}/lines`, line('margherita', 's', 4));
    const sent: OrderState = (await cashier.post(`${path}/send`, {})).json();
    const [first] = sent.order.lines;
    const lineId = first?.lineId ?? '';
    expect((await cashier.delete(`${path}/lines/${lineId}`)).json().code).toBe('line_firm');
    const body = { quantity: 2, reason: 'dropped', splitLineId: till.newKey() };
    expect((await cashier.post(`${path}/lines/${lineId}/void`, body)).json().code).toBe(
      'approval_needed',
    );
    const wrong = { ...body, approval: { staffId: till.ownerId, pin: '0000' } };
    expect((await cashier.post(`${path}/lines/${lineId}/void`, wrong)).json().code).toBe(
      'pin_wrong',
    );
    const right = { ...body, approval: { staffId: till.ownerId, pin: '135790' } };
    const voided: OrderState = (await cashier.post(`${path}/lines/${lineId}/void`, right)).json();
    expect(voided.order.lines).toMatchObject([
      { quantity: 2, voided: null },
      { quantity: 2, voided: { reason: 'dropped', approvedBy: { staffId: till.ownerId } } },
    ]);
    expect(voided.balance).toBe(1900);
  });

  test('P7: after the pre-bill nothing leaves the bill without a reason', async () => {
    const { order } = await open(owner, 't3');
    const path = `/orders/${order.orderId}`;
    await owner.post(`${path}/lines`, line('water', 'one', 2));
    const billed: OrderState = (await owner.post(`${path}/pre-bill`, {})).json();
    const lineId = billed.order.lines[0]?.lineId ?? '';
    const less = await owner.post(`${path}/lines/${lineId}/quantity`, { by: -1 });
    expect(less.json().code).toBe('line_firm');
    const more: OrderState = (await owner.post(`${path}/lines`, line('water'))).json();
    expect(more.order.status).toBe('open');
    expect(more.order.lines.map((each) => each.quantity)).toEqual([2, 1]);
  });
});

describe('paying', () => {
  test('P2, P3: parts by card and cash; only cash gives change, a card is never overcharged', async () => {
    const { order } = await open(cashier);
    const path = `/orders/${order.orderId}`;
    await cashier.post(`${path}/lines`, line('margherita', 'l'));
    const card = { paymentId: till.newKey(), tenderId: 'card', tendered: 2000, tip: 0 };
    expect((await cashier.post(`${path}/payments`, card)).json()).toMatchObject({
      code: 'card_exceeds_due',
      facts: { due: 1450 },
    });
    const part = await cashier.post(`${path}/payments`, { ...card, tendered: 450 });
    expect(part.json()).toMatchObject({
      balance: 1000,
      order: { status: 'open', receiptNumber: null },
    });
    const rest = await cashier.post(`${path}/payments`, cash(2000, 300));
    expect(rest.json()).toMatchObject({
      balance: 0,
      order: { status: 'paid', payments: [{}, { applied: 1000, tip: 300, change: 700 }] },
    });
  });

  test('P1: of two who pay the same bill at once, one wins and the other is told', async () => {
    const { order } = await open(cashier);
    const path = `/orders/${order.orderId}`;
    await cashier.post(`${path}/lines`, line('water'));
    const answers = await Promise.all([
      cashier.post(`${path}/payments`, cash(240)),
      owner.post(`${path}/payments`, cash(500)),
    ]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    const state: OrderState = (await owner.get(path)).json();
    expect(state.order.payments).toHaveLength(1);
  });

  test('M10, N1: a bill of nothing gets its receipt number, and numbers have no gap', async () => {
    const { order } = await open(owner);
    const path = `/orders/${order.orderId}`;
    await owner.post(`${path}/lines`, line('bread'));
    const free = (await owner.post(`${path}/payments`, cash(0))).json();
    expect(free.order.status).toBe('paid');
    const { receipts } = (await owner.get('/receipts')).json();
    const numbers = receipts.map((each: { receiptNumber: number }) => each.receiptNumber);
    expect(numbers).toEqual(numbers.map((_: number, i: number) => numbers.length - i));
    expect(numbers[0]).toBe(free.order.receiptNumber);
  });

  test('P9, J3: the receipt is the snapshot with the journal’s head; later prints are copies', async () => {
    const { order } = await open(cashier);
    const path = `/orders/${order.orderId}`;
    await cashier.post(`${path}/lines`, line('margherita', 'l'));
    await cashier.post(`${path}/payments`, cash(1450));
    const receipt: Receipt = (await cashier.get(`${path}/receipt`)).json();
    expect(receipt).toMatchObject({
      place: { name: 'Trattoria Blu', currency: 'EUR', exponent: 2 },
      bill: { total: 1450, taxes: [{ ratePpm: 190_000, base: 1218, tax: 232 }] },
    });
    const entries = (await owner.get(`/journal?orderId=${order.orderId}`)).json().entries;
    expect(receipt.journal.head).toBe(`${entries[0].seq}-${entries[0].hash.slice(0, 12)}`);
    const prints = [
      await cashier.post(`${path}/receipt/copies`, {}),
      await owner.post(`${path}/receipt/copies`, {}),
    ];
    expect(prints.map((print) => print.json())).toEqual([{ copy: 0 }, { copy: 1 }]);
  });

  test('O9: a paid order is never edited', async () => {
    const { order } = await open(cashier);
    const path = `/orders/${order.orderId}`;
    await cashier.post(`${path}/lines`, line('water'));
    await cashier.post(`${path}/payments`, cash(240));
    for (const answer of [
      await cashier.post(`${path}/lines`, line('water')),
      await cashier.post(`${path}/payments`, cash(240)),
      await owner.post(`${path}/pre-bill`, {}),
    ]) {
      expect(answer.json().code).toBe('order_not_open');
    }
  });
});

describe('bad input', () => {
  test.each([
    ['a negative quantity', { quantity: -1 }],
    ['a fractional quantity', { quantity: 1.5 }],
    ['no quantity', { quantity: undefined }],
    ['text as quantity', { quantity: '1' }],
    ['a note with a control character', { note: 'a\u0000b' }],
    ['a line id that is no UUIDv7', { lineId: 'x' }],
  ])('%s is refused by field, and nothing changes', async (_what, wrong) => {
    const { order } = await open(cashier);
    const seq = await till.seq();
    const answer = await cashier.post(`/orders/${order.orderId}/lines`, {
      ...line('water'),
      ...wrong,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().fields).toHaveLength(1);
    expect(await till.seq()).toBe(seq);
  });

  test('unknown ids, a missing key, a body that is no JSON and one of 50 MB are refused', async () => {
    const { order } = await open(cashier);
    const path = `/orders/${order.orderId}/lines`;
    const seq = await till.seq();
    expect((await cashier.get(`/orders/${till.newKey()}`)).json().code).toBe('order_not_found');
    expect((await cashier.post(path, line('caviar'))).json().code).toBe('item_not_found');
    expect((await cashier.post(path, line('water', 'xxl'))).json().code).toBe('portion_not_found');
    const noKey = await cashier.post(path, line('water'), {
      headers: { 'idempotency-key': undefined },
    });
    expect(noKey.json().code).toBe('key_missing');
    const json = { 'content-type': 'application/json' };
    expect((await cashier.post(path, '{"lineId":', { headers: json })).json().code).toBe(
      'malformed',
    );
    const huge = await cashier.post(path, JSON.stringify({ note: 'x'.repeat(50 * 1024 * 1024) }), {
      headers: json,
    });
    expect(huge.json().code).toBe('too_large');
    expect(await till.seq()).toBe(seq);
  });
});

test('every order is remembered exactly as its tables hold it', async () => {
  const readAll = (): Promise<(Order | undefined)[]> =>
    till.deps.database.read(async (tx) => {
      const rows = await tx.all(tx.sql.selectFrom('orders').select('order_id').orderBy('order_id'));
      const orders = [];
      for (const row of rows) orders.push(await findOrder(tx, row.order_id));
      return orders;
    });
  const remembered = await readAll();
  expect(remembered.length).toBeGreaterThan(10);
  // Who starts anew remembers nothing.
  await till.restart();
  expect(await readAll()).toEqual(remembered);
});
