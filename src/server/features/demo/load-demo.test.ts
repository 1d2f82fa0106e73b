import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Floor } from '../../../contract/floor.ts';
import type { Menu } from '../../../contract/menu.ts';
import type { SalesReport } from '../../../contract/reports.ts';
import { addDays, weekdayOf } from '../../business-day.ts';
import { readSalesFile } from '../../imports/import-sales.ts';
import { expectOk, openTestTill } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';
import { demoSales } from './demo-sales.ts';
import { demoAmount } from './load-demo.ts';

describe('the demo restaurant', () => {
  let till: TestTill;
  beforeAll(async () => {
    till = await openTestTill();
    await till.hire('mario', 'manager', '471147');
    expect((await till.as('mario').post('/demo')).statusCode).toBe(403);
    expect(expectOk(await till.as('owner').post('/demo')).json()).toEqual({
      items: 55,
      tables: 12,
      orders: 21_350,
    });
  }, 60_000);
  afterAll(() => till.close());

  const report = async (from: string, to: string): Promise<SalesReport> =>
    expectOk(await till.as('owner').get(`/reports/sales?from=${from}&to=${to}`)).json().report;

  test('its year of sales ended yesterday, and is the data’s to the cent', async () => {
    const year = await report('2025-03-13', '2026-03-12');
    expect(year).toMatchObject({ orders: 21_350, lines: 48_620, items: 49_574, total: 81_786_005 });
    expect(year.by_business_date.at(-1)?.business_date).toBe('2026-03-12');
    expect(year.by_business_date[0]?.business_date).toBe('2025-03-13');
  });

  test('a Friday of the data is a Friday of the demo', async () => {
    // 27 November 2015 moved by 536 weeks.
    expect(weekdayOf('2026-03-06')).toBe(5);
    const year = await report('2025-03-13', '2026-03-12');
    expect(year.by_weekday.map(({ orders }) => orders)).toEqual([
      2794, 2973, 3024, 3239, 3538, 3158, 2624,
    ]);
    const friday = year.by_business_date.find(
      ({ orders, total }) => orders === 115 && total === 442_245,
    );
    expect(friday && weekdayOf(friday.business_date)).toBe(5);
  });

  test('reports look alive: cash and card, all tables', async () => {
    const year = await report('2025-03-13', '2026-03-12');
    expect(year.by_tender.map(({ tender }) => tender)).toEqual(['Card', 'Cash']);
    expect(year.by_table).toHaveLength(12);
  });

  test('each pizza has its picture and portions, and each category something in it', async () => {
    const { categories, items } = expectOk(await till.as('owner').get('/menu')).json() as Menu;
    expect(categories.map(({ name }) => name)).toEqual([
      'Classic',
      'Supreme',
      'Veggie',
      'Chicken',
      'Drinks',
      'Sides',
      'Sweet',
    ]);
    for (const { categoryId, name } of categories) {
      expect(items.filter((item) => item.categoryId === categoryId).length, name).toBeGreaterThan(
        5,
      );
    }
    expect(items.filter(({ emoji }) => emoji === '')).toEqual([]);
    expect(items.find(({ name }) => name === 'Greek')?.portions.map(({ price }) => price)).toEqual([
      1200, 1600, 2050, 2550, 3595,
    ]);
  });

  test('a dozen tables stand in two areas, inside the room and beside each other', async () => {
    const { areas, tables } = expectOk(await till.as('owner').get('/floor')).json() as Floor;
    expect(areas.map(({ name }) => name)).toEqual(['Dining room', 'Terrace']);
    expect(tables).toHaveLength(12);
    expect(new Set(tables.map(({ shape }) => shape))).toEqual(new Set(['round', 'square', 'bar']));
    for (const a of tables) {
      expect(a.x + a.width).toBeLessThanOrEqual(100);
      expect(a.y + a.height).toBeLessThanOrEqual(100);
      const overlapping = tables.filter(
        (b) =>
          a.tableId !== b.tableId &&
          a.areaId === b.areaId &&
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      );
      expect(overlapping).toEqual([]);
    }
  });

  test('it is laid out once: a till that holds anything refuses it', async () => {
    const answer = await till.as('owner').post('/demo');
    expect(answer.statusCode).toBe(409);
    expect(answer.json().code).toBe('conflict');
  });
});

test('demo prices suit a currency’s decimals', () => {
  expect(demoAmount(1275, 2)).toBe(1275);
  expect(demoAmount(1275, 0)).toBe(1275);
  expect(demoAmount(1275, 3)).toBe(12_750);
});

test('whatever day it is loaded, the sales end the day before, on weekdays of their own', () => {
  const { table } = readSalesFile(
    readFileSync(new URL('../../../../fixtures/pizzeria/sales-2015.csv', import.meta.url)),
  );
  for (let day = 0; day < 7; day += 1) {
    const lastDate = addDays('2026-11-21', day);
    const { rows } = demoSales(table, {
      lastDate,
      amount: (text) => text,
      tables: ['1'],
      cashiers: [],
    });
    const dates = [...new Set(rows.map(({ cells }) => cells.date))].sort();
    expect(dates.at(-1)).toBe(lastDate);
    expect(dates[0] && dates[0] >= addDays(lastDate, -364)).toBe(true);
    expect(
      rows.filter(
        ({ cells }, i) => weekdayOf(cells.date) !== weekdayOf(table.rows[i]?.cells.date ?? ''),
      ),
    ).toEqual([]);
  }
});
