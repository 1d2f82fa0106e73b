import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Menu } from '../../../contract/menu.ts';
import { expectOk, openTestTill, ownerPin } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

describe('the menu', () => {
  let till: TestTill;
  let taxId = '';
  const pizzas = { name: 'Pizza', emoji: '🍕', hue: 20, position: 0 };
  const drinks = { name: 'Drinks', emoji: '🥤', hue: 200, position: 0 };
  const margherita = () => ({
    categoryId: 'pizza',
    name: 'Margherita',
    description: 'Tomato, mozzarella',
    emoji: '🍕',
    pictureId: null,
    sku: 'PZ-1',
    barcode: '',
    taxIds: [taxId],
    position: 0,
    portions: [
      { portionId: 's', name: 'Small', price: 850 },
      { portionId: 'l', name: 'Large', price: 1250 },
    ],
  });
  const put = (path: string, body: object) => till.as('owner').put(path, body);
  const menu = async (): Promise<Menu> => (await till.as('owner').get('/menu')).json();
  const addItem = (itemId: string, change: object = {}) =>
    put(`/menu/items/${itemId}`, { ...margherita(), name: itemId, ...change });
  const itemsShown = async () => (await menu()).items.map((item) => item.itemId);

  beforeAll(async () => {
    till = await openTestTill();
    taxId = (await menu()).taxes[0]?.taxId ?? '';
    expectOk(await put('/menu/categories/pizza', pizzas));
    expectOk(await put('/menu/categories/drinks', drinks));
    await till.hire('cleo', 'cashier', '2468');
  });
  afterAll(() => till.close());

  it('an item comes back as it was saved, and twice with one key is once', async () => {
    const before = await till.seq();
    const key = till.newKey();
    const first = await till.as('owner').put('/menu/items/margherita', margherita(), { key });
    const second = await till.as('owner').put('/menu/items/margherita', margherita(), { key });
    expect(expectOk(second).json()).toEqual(expectOk(first).json());
    expect(await till.journaled(before)).toEqual(['item_saved']);
    const { items, seq } = await menu();
    expect(items).toEqual([{ itemId: 'margherita', soldOut: false, ...margherita() }]);
    expect(seq).toBe(before + 1);
    expectOk(await put('/menu/items/margherita', margherita()));
    expect(await till.seq()).toBe(before + 1);
  });

  it.each([
    ['a category that is none', { categoryId: 'none' }, 'not_found', 'body.categoryId'],
    ['a tax that is none', { taxIds: ['none'] }, 'not_found', 'body.taxIds.0'],
    ['a picture that is none', { pictureId: 'a'.repeat(64) }, 'not_found', 'body.pictureId'],
    ['a name in use in its category', { name: 'MARGHERITA' }, 'name_taken', 'body.name'],
    ['no portion', { portions: [] }, 'malformed', 'body.portions'],
    [
      'a negative price',
      { portions: [{ portionId: 's', name: '', price: -1 }] },
      'malformed',
      'body.portions.0.price',
    ],
    [
      'half a cent',
      { portions: [{ portionId: 's', name: '', price: 850.5 }] },
      'malformed',
      'body.portions.0.price',
    ],
    [
      'a price as text',
      { portions: [{ portionId: 's', name: '', price: '850' }] },
      'malformed',
      'body.portions.0.price',
    ],
    [
      'two portions of one id',
      {
        portions: [
          { portionId: 's', name: 'Small', price: 1 },
          { portionId: 's', name: 'Large', price: 2 },
        ],
      },
      'malformed',
      'body.portions.1.portionId',
    ],
    [
      'two portions of one name',
      {
        portions: [
          { portionId: 's', name: 'Small', price: 1 },
          { portionId: 't', name: 'small ', price: 2 },
        ],
      },
      'name_taken',
      'body.portions.1.name',
    ],
    ['an unknown field', { total: 1 }, 'malformed', 'body'],
    ['a control character in its name', { name: 'Piz\u0000za' }, 'malformed', 'body.name'],
    ['half of an emoji', { emoji: '\ud83c' }, 'malformed', 'body.emoji'],
  ])('refuses an item with %s and changes nothing', async (_what, change, code, path) => {
    const before = await till.seq();
    const answer = await put('/menu/items/new', { ...margherita(), name: 'New', ...change });
    expect(answer.json().code).toBe(code);
    expect(answer.json().fields[0].path).toBe(path);
    expect(await till.seq()).toBe(before);
    expect(await itemsShown()).toEqual(['margherita']);
  });

  it('refuses one tax twice on an item', async () => {
    const answer = await addItem('new', { taxIds: [taxId, taxId] });
    expect(answer.json()).toMatchObject({ code: 'malformed', fields: [{ path: 'body.taxIds.1' }] });
  });

  it.each([
    ['not JSON', '{"name":', 'application/json', 400, 'malformed'],
    ['a list', '[]', 'application/json', 400, 'malformed'],
    ['a form', 'name=Pizza', 'application/x-www-form-urlencoded', 415, 'media_type'],
    ['plain text', '{}', 'text/plain', 415, 'media_type'],
    ['a poisoned prototype', '{"__proto__":{"admin":1}}', 'application/json', 400, 'malformed'],
    ['70 KB', JSON.stringify({ name: 'x'.repeat(70_000) }), 'application/json', 413, 'too_large'],
  ])('refuses a body that is %s', async (_what, body, type, status, code) => {
    const answer = await till
      .as('owner')
      .put('/menu/categories/new', body, { headers: { 'content-type': type } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().code).toBe(code);
  });

  it('M8: what is in use cannot be removed; what is not can, and what is gone is not found', async () => {
    const owner = till.as('owner');
    expect((await owner.delete('/menu/categories/pizza')).json().code).toBe('in_use');
    expect((await owner.delete(`/menu/taxes/${taxId}`)).json().code).toBe('in_use');
    expectOk(await addItem('gone'));
    expectOk(await owner.delete('/menu/items/gone'));
    expect((await owner.delete('/menu/items/gone')).json().code).toBe('item_not_found');
    expectOk(await put('/menu/categories/extra', { ...drinks, name: 'Extra' }));
    expectOk(await owner.delete('/menu/categories/extra'));
    expect((await owner.delete('/menu/categories/extra')).json().code).toBe('not_found');
    expectOk(await put('/menu/taxes/extra', { name: 'Extra', ratePpm: 1 }));
    expectOk(await owner.delete('/menu/taxes/extra'));
    expect((await owner.delete('/menu/taxes/extra')).json().code).toBe('not_found');
  });

  it('refuses names of categories and taxes that are taken', async () => {
    expect((await put('/menu/categories/other', { ...drinks, name: 'pizza' })).json().code).toBe(
      'name_taken',
    );
    expect((await put('/menu/taxes/other', { name: 'MWST 7 %', ratePpm: 1 })).json().code).toBe(
      'name_taken',
    );
    expectOk(await put('/menu/categories/pizza', { ...pizzas, hue: 30 }));
    expect((await menu()).categories[0]).toMatchObject({ name: 'Pizza', hue: 30 });
  });

  it('O8: sold out shows at once, survives an edit, and comes back', async () => {
    const cashier = till.as('cleo');
    const mark = (soldOut: boolean) => cashier.post('/menu/items/margherita/sold-out', { soldOut });
    const before = await till.seq();
    expectOk(await mark(true));
    expectOk(await mark(true));
    expect(await till.journaled(before)).toEqual(['item_sold_out']);
    expectOk(await put('/menu/items/margherita', { ...margherita(), description: 'New' }));
    expect((await menu()).items[0]).toMatchObject({ soldOut: true, description: 'New' });
    expectOk(await mark(false));
    expect((await menu()).items[0]?.soldOut).toBe(false);
    const unknown = await cashier.post('/menu/items/none/sold-out', { soldOut: true });
    expect(unknown.json().code).toBe('item_not_found');
  });

  it('new items go to the end of their category, wherever they ask to be', async () => {
    for (const id of ['funghi', 'diavola']) expectOk(await addItem(id, { position: 0 }));
    expectOk(await addItem('cola', { categoryId: 'drinks' }));
    expect(await itemsShown()).toEqual(['margherita', 'funghi', 'diavola', 'cola']);
  });

  it('items and categories are put in order; those not named keep their places', async () => {
    const order = (categoryIds: string[], itemIds: string[]) =>
      till.as('owner').post('/menu/order', { categoryIds, itemIds });
    expectOk(await order(['drinks', 'pizza'], ['diavola', 'margherita']));
    expect(await itemsShown()).toEqual(['cola', 'diavola', 'funghi', 'margherita']);
    const before = await till.seq();
    expectOk(await order(['drinks', 'pizza'], ['diavola', 'funghi', 'margherita']));
    expectOk(await order([], []));
    expect(await till.seq()).toBe(before);
    expect((await order([], ['diavola', 'none'])).json()).toMatchObject({
      code: 'not_found',
      fields: [{ path: 'body.itemIds.1' }],
    });
    expect((await order(['pizza', 'pizza'], [])).json().code).toBe('malformed');
    expectOk(await addItem('capricciosa'));
    expect((await itemsShown()).at(-1)).toBe('capricciosa');
  });

  it('what was saved is there after a restart', async () => {
    const before = await menu();
    await till.restart();
    expect(await menu()).toEqual(before);
  });

  it('J4: every table is what the journal says', async () => {
    const owner = till.browser();
    expectOk(await owner.signIn(till.ownerId, ownerPin));
    const verified = expectOk(await owner.post('/journal/verify')).json();
    expect(verified).toMatchObject({ whole: true, entries: await till.seq(), differences: [] });
  });
});
