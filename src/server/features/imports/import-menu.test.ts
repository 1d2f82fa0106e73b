import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Menu, MenuImport } from '../../../contract/menu.ts';
import type { Problem } from '../../../contract/problem.ts';
import { expectOk, openTestTill } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

const pizzeria = readFileSync(
  new URL('../../../../fixtures/pizzeria/menu.csv', import.meta.url),
  'utf8',
);

let till: TestTill;
beforeEach(async () => {
  till = await openTestTill();
});
afterEach(() => till.close());

const csv = { headers: { 'content-type': 'text/csv' } };
const send = (text: string | Buffer, query = '') =>
  till.as('owner').post(`/menu/import${query}`, text, csv);
const importMenu = async (text: string, query = ''): Promise<MenuImport> =>
  expectOk(await send(text, query)).json();
const menu = async (): Promise<Menu> => expectOk(await till.as('owner').get('/menu')).json();
const problem = async (text: string | Buffer): Promise<Problem> => {
  const answer = await send(text);
  expect(answer.statusCode).toBe(422);
  return answer.json();
};

describe('importing a menu', () => {
  test('the pizzeria: 32 pizzas in 4 categories, each with its portions', async () => {
    expect(await importMenu(pizzeria)).toEqual({
      added: 91,
      changed: 0,
      unchanged: 0,
      refused: [],
      categoriesAdded: 4,
      itemsAdded: 32,
    });
    const { categories, items } = await menu();
    expect(categories.map(({ name }) => name)).toEqual(['Chicken', 'Classic', 'Supreme', 'Veggie']);
    expect(items).toHaveLength(32);
    expect(items.find(({ name }) => name === 'Greek')?.portions).toMatchObject([
      { name: 'Small', price: 1200 },
      { name: 'Medium', price: 1600 },
      { name: 'Large', price: 2050 },
      { name: 'Extra large', price: 2550 },
      { name: 'Double extra large', price: 3595 },
    ]);
  });

  test('importing the same file again changes nothing, not even the journal', async () => {
    await importMenu(pizzeria);
    const before = await till.seq();
    expect(await importMenu(pizzeria)).toMatchObject({ added: 0, changed: 0, unchanged: 91 });
    expect(await till.seq()).toBe(before);
  });

  test('which taxes new items carry that name none is asked, never guessed', async () => {
    const { taxes } = await menu();
    const taxIds = taxes.map(({ taxId }) => taxId);
    const file =
      'category,item,price,tax\nTea,Assam,3.00,\nTea,Ceylon,3.00,10%\nTea,Darjeeling,4,\n';
    const before = await till.seq();
    const asked = await send(file, '?taxesOfOthers=ask');
    expect(asked.statusCode).toBe(409);
    expect(asked.json()).toMatchObject({ code: 'taxes_undecided', facts: { items: 2 } });
    expect((await send(file, '?taxesOfOthers=no-such-tax')).json().code).toBe('not_found');
    expect(await till.seq()).toBe(before);
    await importMenu(file, `?taxesOfOthers=${taxIds.join(',')}`);
    const carried = new Map((await menu()).items.map((item) => [item.name, item.taxIds]));
    expect(carried.get('Assam')).toEqual(taxIds);
    expect(carried.get('Darjeeling')).toEqual(taxIds);
    expect(carried.get('Ceylon')).toHaveLength(1);
    // What is on the menu has its taxes: the same file again asks for nothing, and changes nothing.
    expect(await importMenu(file, '?taxesOfOthers=ask')).toMatchObject({ unchanged: 3 });
    await importMenu('category,item,price\nTea,Oolong,5.00\n', '?taxesOfOthers=none');
    expect((await menu()).items.find(({ name }) => name === 'Oolong')?.taxIds).toEqual([]);
  });

  test('O2: a retry with the same key answers as before', async () => {
    const key = till.newKey();
    const first = await till.as('owner').post('/menu/import', pizzeria, { ...csv, key });
    const again = await till.as('owner').post('/menu/import', pizzeria, { ...csv, key });
    expect(again.json()).toEqual(first.json());
    expect((await menu()).items).toHaveLength(32);
  });

  test('J1: what it changed is journaled, item by item', async () => {
    const before = await till.seq();
    await importMenu('category,item,price,tax\nTea,Assam,3.00,10%\n');
    expect(await till.journaled(before)).toEqual([
      'tax_saved',
      'category_saved',
      'item_saved',
      'import_finished',
    ]);
  });

  test('prices change by category, item and portion; nothing is removed', async () => {
    await importMenu('category,item,portion,price\nTea,Assam,Cup,3.00\nTea,Assam,Pot,5.00\n');
    const result = await importMenu(
      'category,item,portion,price\nTea,Assam,Pot,5.50\nTea,Assam,Jug,9.00\n',
    );
    expect(result).toMatchObject({ added: 1, changed: 1, unchanged: 0 });
    expect((await menu()).items[0]?.portions).toMatchObject([
      { name: 'Cup', price: 300 },
      { name: 'Pot', price: 550 },
      { name: 'Jug', price: 900 },
    ]);
  });

  test('an SKU knows its item and portion whatever they are called', async () => {
    const header = 'sku,category,item,portion,price\n';
    await importMenu(`${header}A1,Tea,Assam,Cup,3.00\nA2,Tea,Assam,Pot,5.00\n`);
    const [before] = (await menu()).items;
    const result = await importMenu(`${header}A2,Tea,Assam gold,Large pot,5.20\n`);
    expect(result).toMatchObject({ added: 0, changed: 1 });
    const { items } = await menu();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ itemId: before?.itemId, name: 'Assam gold' });
    expect(items[0]?.portions).toMatchObject([
      { name: 'Cup', price: 300 },
      { name: 'Large pot', price: 520 },
    ]);
  });

  test('a tax is named, or given as a rate that is made where it is missing', async () => {
    await importMenu(
      'category,item,price,tax\nFood,Soup,5.00,MwSt 7 %\nFood,Stew,7.00,7%\nFood,Pie,4.00,8.1 %\n',
    );
    const { items, taxes } = await menu();
    const rates = items.map((item) =>
      item.taxIds.map((id) => taxes.find((tax) => tax.taxId === id)?.ratePpm),
    );
    expect(rates).toEqual([[70_000], [70_000], [81_000]]);
    expect(taxes).toHaveLength(3);
  });

  test('an empty cell leaves what is there', async () => {
    await importMenu('category,item,price,description,sold_out\nTea,Assam,3.00,Strong,yes\n');
    await importMenu('category,item,price,description,sold_out\nTea,Assam,3.20,,\n');
    expect((await menu()).items[0]).toMatchObject({ description: 'Strong', soldOut: true });
  });

  test('one bad row refuses the whole file and is named', async () => {
    const before = await till.seq();
    const { code, facts, fields } = await problem(
      'category,item,price\nTea,Assam,3.00\nTea,Darjeeling,dear\n',
    );
    expect(code).toBe('import_refused');
    expect(facts).toMatchObject({ refused: 1 });
    expect(fields).toEqual([
      { path: 'rows.3.price', message: '“dear”: That is not an amount. Write it like 12.50.' },
    ]);
    expect(await till.seq()).toBe(before);
    expect((await menu()).items).toEqual([]);
  });

  test('bad rows can be skipped, and are still named', async () => {
    const result = await importMenu(
      'category,item,price\nTea,Assam,3.00\nTea,,4.00\n',
      '?skipBadRows=true',
    );
    expect(result).toMatchObject({
      added: 1,
      refused: [{ row: 3, column: 'item', value: '', reason: 'This must not be empty.' }],
    });
  });

  test.each([
    ['the same item and portion twice', 'Tea,Assam,,1.00,\nTea,Assam,,2.00,\n', 'portion'],
    [
      'a portion without a name beside others',
      'Tea,Assam,Cup,1.00,\nTea,Assam,,2.00,\n',
      'portion',
    ],
    ['a tax that is not there', 'Tea,Assam,,1.00,Luxury\n', 'tax'],
    ['a tax of more than everything', 'Tea,Assam,,1.00,101%\n', 'tax'],
    ['a price below nothing', 'Tea,Assam,,-1.00,\n', 'price'],
    ['half a cent', 'Tea,Assam,,1.005,\n', 'price'],
    ['a price beyond all measure', 'Tea,Assam,,99999999999999999.00,\n', 'price'],
    ['a name of 561 characters', `Tea,${'a'.repeat(561)},,1.00,\n`, 'item'],
  ])('%s is refused', async (_what, rows, column) => {
    const { fields } = await problem(`category,item,portion,price,tax\n${rows}`);
    expect(fields?.map(({ path }) => path.split('.')[2])).toEqual([column]);
  });

  test('UTF-16, a wrong header and no text at all are refused with a sentence', async () => {
    const sentences = [
      await problem(Buffer.from(pizzeria, 'utf16le')),
      await problem('name,cost\nTea,3\n'),
      await problem(Buffer.alloc(0)),
    ].map(({ facts }) => facts?.['reason']);
    expect(sentences).toEqual([
      expect.stringContaining('UTF-16'),
      expect.stringContaining('lacks category, item, price'),
      'The file is empty.',
    ]);
  });

  test('U2: a cashier may not', async () => {
    const maya = await till.hire('maya', 'cashier', '4711');
    expect((await maya.post('/menu/import', pizzeria, csv)).statusCode).toBe(403);
  });

  test('JSON is not a menu file', async () => {
    expect((await till.as('owner').post('/menu/import', { item: 'Tea' })).statusCode).toBe(415);
  });
});
