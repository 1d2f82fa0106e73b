import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../../contract/problem.ts';
import type { SalesImport, SalesReport } from '../../../contract/reports.ts';
import { expectOk, openTestTill } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../../fixtures/pizzeria/${name}`, import.meta.url), 'utf8');
const year = fixture('sales-2015.csv');

let till: TestTill;
const csv = { headers: { 'content-type': 'text/csv' } };
const send = (text: string | Buffer, query = '') =>
  till.as('owner').post(`/sales/import${query}`, text, csv);
const importSales = async (text: string, query = ''): Promise<SalesImport> =>
  expectOk(await send(text, query)).json();
const report = async (from: string, to = from): Promise<SalesReport> =>
  expectOk(await till.as('owner').get(`/reports/sales?from=${from}&to=${to}`)).json().report;
const problem = async (text: string | Buffer): Promise<Problem> => {
  const answer = await send(text);
  expect(answer.statusCode).toBe(422);
  return answer.json();
};

type Figures = {
  orders: number;
  lines: number;
  items: number;
  total: number;
  average_order: number;
  trading_days: number;
  by_category: Record<string, { items: number; total: number }>;
  items_by_portion: Record<string, number>;
  by_hour: Record<string, { orders: number; total: number }>;
  orders_by_iso_weekday: Record<string, number>;
};

describe('importing the pizzeria’s year 2015', () => {
  const figures = JSON.parse(fixture('figures.json')) as Record<string, Figures>;
  const cashier = { name: 'maya', pin: '471147' };

  beforeAll(async () => {
    till = await openTestTill();
    await till.hire(cashier.name, 'cashier', cashier.pin);
    const result = await importSales(year);
    expect(result).toEqual({
      orders: 21_350,
      lines: 48_620,
      items: 49_574,
      total: 81_786_005,
      first_business_date: '2015-01-01',
      last_business_date: '2015-12-31',
      already_known: 0,
      refused: [],
    });
  }, 240_000);
  afterAll(() => till.close());

  test.each(Object.entries(figures))(
    '%s: the report gives the figures to the cent',
    async (range, figure) => {
      const [from = '', to = from] = range.split('..');
      const sales = await report(from, to);
      expect({
        orders: sales.orders,
        lines: sales.lines,
        items: sales.items,
        total: sales.total,
        gross: sales.gross,
        average_order: sales.average_order,
        trading_days: sales.by_business_date.length,
        by_category: Object.fromEntries(
          sales.by_category.map(({ category, items, total }) => [category, { items, total }]),
        ),
        items_by_portion: Object.fromEntries(
          sales.by_portion.map(({ portion, items }) => [portion, items]),
        ),
        by_hour: Object.fromEntries(
          sales.by_hour.map(({ hour, orders, total }) => [String(hour), { orders, total }]),
        ),
        orders_by_iso_weekday: Object.fromEntries(
          sales.by_weekday.map(({ weekday, orders }) => [String(weekday), orders]),
        ),
      }).toEqual({
        orders: figure.orders,
        lines: figure.lines,
        items: figure.items,
        total: figure.total,
        gross: figure.total,
        average_order: figure.average_order,
        trading_days: figure.trading_days,
        by_category: figure.by_category,
        items_by_portion: figure.items_by_portion,
        by_hour: figure.by_hour,
        orders_by_iso_weekday: figure.orders_by_iso_weekday,
      });
    },
  );

  test('each list of the report adds up to its total', async () => {
    const sales = await report('2015-01-01', '2015-12-31');
    const lists = [
      sales.by_business_date,
      sales.by_hour,
      sales.by_weekday,
      sales.by_category,
      sales.by_item,
      sales.by_portion,
    ].map((list) => list.reduce((sum, { total }) => sum + total, 0));
    expect(new Set(lists)).toEqual(new Set([sales.total]));
    expect(sales.by_tender).toEqual([{ tender: 'cash', payments: 21_350, amount: sales.total }]);
  });

  test('the same file again changes nothing', async () => {
    const before = await till.seq();
    expect(await importSales(year)).toMatchObject({
      orders: 0,
      already_known: 21_350,
      refused: [],
    });
    expect(await till.seq()).toBe(before);
  });

  test('one broken row in 50,000 is named, and nothing is imported', async () => {
    const before = await till.seq();
    const lines = year
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^(\d+),/, 'again-$1,'));
    lines[0] = year.split('\n')[0] ?? '';
    const broken = 31_415;
    lines[broken - 1] = (lines[broken - 1] ?? '').replace(/,[^,]*$/, ',12.5x');
    const { facts, fields } = await problem(lines.join('\n'));
    expect(facts).toMatchObject({ refused: 1 });
    expect(fields).toEqual([
      {
        path: `rows.${broken}.unit_price`,
        message: '“12.5x”: That is not an amount. Write it like 12.50.',
      },
    ]);
    expect(await till.seq()).toBe(before);
  });

  test('N1: imported sales take no receipt number', async () => {
    const orders = await till.deps.database.read((tx) =>
      tx.all(
        tx.sql.selectFrom('orders').select('order_id').where('receipt_number', 'is not', null),
      ),
    );
    expect(orders).toEqual([]);
  });

  test('U2: sales are imported and seen by those who may', async () => {
    const maya = till.as(cashier.name);
    expect((await maya.post('/sales/import', year, csv)).statusCode).toBe(403);
    expect((await maya.get('/reports/sales?from=2015-01-01&to=2015-01-01')).statusCode).toBe(403);
  });
});

describe('importing sales', () => {
  beforeEach(async () => {
    till = await openTestTill();
  });
  afterEach(() => till.close());

  const header =
    'order,date,time,item,quantity,unit_price,discount,tax,tip,tender,cashier,table,covers,dining,modifiers\n';
  const one = 'A1,2025-06-01,19:30,Soup,2,5.00,1.00,0.63,1.50,card,Ada,7,2,here,no salt;hot\n';

  test('an order adds up: price less discount, and the tax on top unless the prices include it', async () => {
    expect(await importSales(header + one)).toMatchObject({ orders: 1, total: 963 });
    const inside = one.replace('A1', 'A2');
    const result = await importSales(header + inside, '?pricesIncludeTax=true');
    expect(result.total).toBe(900);
    expect(await report('2025-06-01')).toMatchObject({
      orders: 2,
      gross: 2000,
      discounts: 200,
      tax: 126,
      tips: 300,
      total: 1863,
      net: 1737,
      by_tender: [{ tender: 'card', payments: 2, amount: 1863 }],
      by_cashier: [{ cashier: 'Ada', orders: 2, total: 1863 }],
      by_table: [{ table: '7', orders: 2, total: 1863 }],
      by_item: [{ item: 'Soup', portion: '', category: '', items: 4, total: 1800 }],
    });
  });

  test('J1: the cashier’s name stays out of the journal', async () => {
    await importSales(header + one);
    const entries = await till.deps.database.read((tx) =>
      tx.all(tx.sql.selectFrom('journal').select('content').where('type', '=', 'sale_imported')),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.content).not.toContain('Ada');
  });

  test('rows of one order belong together wherever they stand; the earliest gives its moment', async () => {
    const rows = [
      'A,2025-06-02,00:10,Cake,1,4.00',
      'B,2025-06-02,12:00,Tea,1,3.00',
      'A,2025-06-01,23:50,Steak,1,20.00',
    ];
    const text = `order,date,time,item,quantity,unit_price\n${rows.join('\n')}\n`;
    expect(await importSales(text)).toMatchObject({ orders: 2, lines: 3 });
    expect(await report('2025-06-01')).toMatchObject({
      orders: 1,
      total: 2400,
      by_hour: [{ hour: 23 }],
    });
    const shuffled = `order,date,time,item,quantity,unit_price\n${rows.toReversed().join('\n')}\n`;
    expect(await importSales(shuffled)).toMatchObject({ orders: 0, already_known: 2 });
  });

  test('N2: moving the cutoff moves no old sale, and the file is still known', async () => {
    const text = 'order,date,time,item,quantity,unit_price\nA,2025-06-02,03:00,Tea,1,3.00\n';
    await importSales(text);
    const { site } = expectOk(await till.as('owner').get('/site')).json();
    const { exponent: _exponent, ...settings } = site;
    expectOk(await till.as('owner').put('/site', { ...settings, cutoff: '02:00' }));
    expect(await importSales(text)).toMatchObject({ orders: 0, already_known: 1 });
    expect((await report('2025-06-01')).orders).toBe(1);
  });

  test('an order that is known with other content is refused by its row', async () => {
    await importSales(header + one);
    const { fields } = await problem(header + one.replace('5.00', '6.00'));
    expect(fields).toEqual([
      {
        path: 'rows.2.order',
        message: '“A1”: This order was imported before with other content. It stays as it was.',
      },
    ]);
    expect((await report('2025-06-01')).total).toBe(963);
  });

  test('a sale is taken whole or not at all: its good rows are left out with the bad one', async () => {
    const text =
      'order,date,time,item,quantity,unit_price\n' +
      'A,2025-06-01,12:00,Tea,1,3.00\nA,2025-06-01,12:00,Cake,-1,4.00\nB,2025-06-01,12:00,Tea,1,3.00\n';
    const result = await importSales(text, '?skipBadRows=true');
    expect(result).toMatchObject({ orders: 1, lines: 1, total: 300 });
    expect(result.refused.map(({ row, column }) => [row, column])).toEqual([
      [2, 'order'],
      [3, 'quantity'],
    ]);
  });

  test('a guest’s free meal of nothing is a sale', async () => {
    const text = 'order,date,time,item,quantity,unit_price\nA,2025-06-01,12:00,Tea,1,0\n';
    expect(await importSales(text)).toMatchObject({ orders: 1, total: 0 });
  });

  test.each([
    ['a quantity below nothing', 'quantity', ',2,5.00', ',-2,5.00'],
    ['half a soup', 'quantity', ',2,5.00', ',0.5,5.00'],
    ['no quantity', 'quantity', ',2,5.00', ',,5.00'],
    ['a price beyond all measure', 'unit_price', '5.00', '99999999999.00'],
    ['too many of something dear', 'unit_price', ',2,5.00', ',999999,99999999.00'],
    ['a price with a comma', 'unit_price', ',5.00', ',"5,00"'],
    ['a day that is none', 'date', '2025-06-01', '2025-02-29'],
    ['a day by another custom', 'date', '2025-06-01', '01.06.2025'],
    ['a day to come', 'date', '2025-06-01', '2026-06-01'],
    ['an hour that is none', 'time', '19:30', '24:30'],
    ['more discount than price', 'discount', ',1.00,', ',11.00,'],
    ['an order without a number', 'order', 'A1,', ','],
    ['a nameless item', 'item', 'Soup', ''],
    ['an unknown way of dining', 'dining', 'here', 'upstairs'],
    ['a crowd', 'covers', ',7,2,', ',7,1000,'],
  ])('%s is refused by row and column', async (_what, column, from, to) => {
    expect(one).toContain(from);
    const { fields } = await problem(header + one.replace(from, to));
    expect(fields?.map(({ path }) => path)).toEqual([`rows.2.${column}`]);
  });

  test('one tender written in two ways is one row of the report', async () => {
    await importSales(header + one + one.replace('A1', 'A2').replace('card', 'Card'));
    const { by_tender: tenders, total } = await report('2025-06-01');
    expect(tenders).toEqual([{ tender: 'Card', payments: 2, amount: total }]);
  });

  test('a sale has one tender and its tip once', async () => {
    const second = one.replace('card', 'cash');
    expect((await problem(header + one + second)).fields?.map(({ path }) => path)).toEqual([
      'rows.3.tender',
    ]);
    expect((await problem(header + one + one)).fields?.map(({ path }) => path)).toEqual([
      'rows.3.tip',
    ]);
  });

  test('UTF-16 and a wrong header are refused with a sentence', async () => {
    const wide = await problem(Buffer.from(`\ufeff${header}${one}`, 'utf16le'));
    expect(wide.facts?.['reason']).toMatch(/UTF-16/);
    const menu = await problem('category,item,price\nTea,Assam,3.00\n');
    expect(menu.facts?.['reason']).toMatch(/lacks order, date, time, quantity, unit_price/);
  });

  test('O2: a retry with the same key answers as before, another body is refused', async () => {
    const key = till.newKey();
    const post = (text: string) => till.as('owner').post('/sales/import', text, { ...csv, key });
    const first = await post(header + one);
    expect((await post(header + one)).json()).toEqual(first.json());
    expect((await post(header + one.replace('A1', 'A2'))).json()).toMatchObject({
      code: 'key_reused',
    });
  });
});
