import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Floor } from '../../../contract/floor.ts';
import { expectOk, openTestTill, ownerPin } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

describe('the floor', () => {
  let till: TestTill;
  const place = {
    areaId: 'room',
    seats: 4,
    shape: 'round',
    x: 10,
    y: 12.5,
    width: 10,
    height: 10,
  };
  const put = (path: string, body: object) => till.as('owner').put(path, body);
  const floor = async (): Promise<Floor> => (await till.as('owner').get('/floor')).json();
  const openAt = async (tableId: string | null): Promise<string> => {
    const orderId = till.newKey();
    const dining = tableId ? 'here' : 'to_go';
    const answer = await till.as('owner').post('/orders', { orderId, dining, tableId, covers: 2 });
    return expectOk(answer).json().order.orderId;
  };

  beforeAll(async () => {
    till = await openTestTill();
    expectOk(await put('/floor/areas/room', { name: 'Room', position: 0 }));
    for (const name of ['10', '2', '1']) {
      expectOk(await put(`/floor/tables/t${name}`, { ...place, name }));
    }
    expectOk(
      await put('/menu/categories/pizza', { name: 'Pizza', emoji: '', hue: 0, position: 0 }),
    );
    expectOk(
      await put('/menu/items/pizza', {
        categoryId: 'pizza',
        name: 'Margherita',
        description: '',
        emoji: '',
        pictureId: null,
        sku: '',
        barcode: '',
        taxIds: [],
        position: 0,
        portions: [{ portionId: 'one', name: '', price: 1250 }],
      }),
    );
  });
  afterAll(() => till.close());

  it('tables come in the order that people count in, available while nobody sits there', async () => {
    const { areas, tables, counter } = await floor();
    expect(areas).toEqual([{ areaId: 'room', name: 'Room', position: 0 }]);
    expect(tables.map((table) => table.name)).toEqual(['1', '2', '10']);
    expect(tables[0]).toEqual({
      tableId: 't1',
      ...place,
      name: '1',
      status: 'available',
      order: null,
    });
    expect(counter).toEqual([]);
  });

  it('O7: a table’s status follows from its order: occupied, billing, occupied again, available', async () => {
    const statusOf = async () => (await floor()).tables[0]?.status;
    const orderId = await openAt('t1');
    expect((await floor()).tables[0]).toMatchObject({
      status: 'occupied',
      order: { orderId, openedBy: 'Olga Owner', covers: 2, items: 0, total: 0, balance: 0 },
    });
    const add = async () =>
      expectOk(
        await till.as('owner').post(`/orders/${orderId}/lines`, {
          lineId: till.newKey(),
          itemId: 'pizza',
          portionId: 'one',
          quantity: 2,
          note: '',
        }),
      );
    await add();
    expectOk(await till.as('owner').post(`/orders/${orderId}/pre-bill`));
    expect(await statusOf()).toBe('billing');
    await add();
    expect((await floor()).tables[0]).toMatchObject({
      status: 'occupied',
      order: { items: 4, total: 5000, balance: 5000 },
    });
    const pay = (tendered: number) =>
      till.as('owner').post(`/orders/${orderId}/payments`, {
        paymentId: till.newKey(),
        tenderId: 'card',
        tendered,
        tip: 0,
      });
    expectOk(await pay(2000));
    expect((await floor()).tables[0]?.order).toMatchObject({ total: 5000, balance: 3000 });
    expectOk(await pay(3000));
    expect(await statusOf()).toBe('available');
  });

  it('O7: nothing can set a table’s status', async () => {
    const answer = await put('/floor/tables/t1', { ...place, name: '1', status: 'occupied' });
    expect(answer.json()).toMatchObject({ code: 'malformed', fields: [{ path: 'body' }] });
  });

  it('orders without a table stand at the counter', async () => {
    const orderId = await openAt(null);
    expect((await floor()).counter).toMatchObject([{ orderId, tableId: null, dining: 'to_go' }]);
    expectOk(await till.as('owner').post(`/orders/${orderId}/cancel`, { reason: 'Left' }));
    expect((await floor()).counter).toEqual([]);
  });

  it('a table with an open order and an area with tables cannot be removed', async () => {
    const owner = till.as('owner');
    const orderId = await openAt('t2');
    expect((await owner.delete('/floor/tables/t2')).json().code).toBe('in_use');
    expect((await owner.delete('/floor/areas/room')).json().code).toBe('in_use');
    expectOk(await owner.post(`/orders/${orderId}/cancel`, { reason: 'Left' }));
    expectOk(await owner.delete('/floor/tables/t2'));
    expect((await owner.delete('/floor/tables/t2')).json().code).toBe('table_not_found');
    expect((await floor()).tables.map((table) => table.name)).toEqual(['1', '10']);
  });

  it.each([
    ['an area that is none', { areaId: 'none' }, 'not_found', 'body.areaId'],
    ['a name in use', { name: '10' }, 'name_taken', 'body.name'],
    ['a place outside of the room', { x: 101 }, 'malformed', 'body.x'],
    ['minus one seat', { seats: -1 }, 'malformed', 'body.seats'],
    ['half a seat', { seats: 1.5 }, 'malformed', 'body.seats'],
    ['a shape that is none', { shape: 'star' }, 'malformed', 'body.shape'],
  ])('refuses a table with %s', async (_what, change, code, path) => {
    const before = await till.seq();
    const answer = await put('/floor/tables/new', { ...place, name: 'New', ...change });
    expect(answer.json().code).toBe(code);
    expect(answer.json().fields[0].path).toBe(path);
    expect(await till.seq()).toBe(before);
  });

  it('areas: added at the end, not twice by one name, removed when empty, unchanged appends nothing', async () => {
    const owner = till.as('owner');
    expectOk(await put('/floor/areas/patio', { name: 'Patio', position: 0 }));
    expect((await floor()).areas.map((area) => area.name)).toEqual(['Room', 'Patio']);
    expect((await put('/floor/areas/other', { name: 'PATIO', position: 0 })).json().code).toBe(
      'name_taken',
    );
    const before = await till.seq();
    expectOk(await put('/floor/areas/patio', { name: 'Patio', position: 1 }));
    expectOk(await put('/floor/tables/t1', { ...place, name: '1' }));
    expect(await till.seq()).toBe(before);
    expectOk(await owner.delete('/floor/areas/patio'));
    expect((await owner.delete('/floor/areas/patio')).json().code).toBe('not_found');
    expect(await till.journaled(before)).toEqual(['area_removed']);
  });

  it('J4: every table is what the journal says', async () => {
    const owner = till.browser();
    expectOk(await owner.signIn(till.ownerId, ownerPin));
    const verified = expectOk(await owner.post('/journal/verify')).json();
    expect(verified).toMatchObject({ whole: true, entries: await till.seq(), differences: [] });
  });
});
