import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SalesReport } from '../../../contract/reports.ts';
import { importSales, readSalesFile } from '../../imports/import-sales.ts';
import { closeTill, openTill } from '../../open-till.ts';
import { expectOk, openTestTill, ownerPin } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../journal/record.ts';
import { newId } from '../../new-id.ts';
import { readReports } from './read-reports.ts';
import { salesReport } from './sales-report.ts';

const csv = { headers: { 'content-type': 'text/csv' } };

describe('the sales report', () => {
  let till: TestTill;
  beforeEach(async () => {
    till = await openTestTill();
  });
  afterEach(() => till.close());

  const importLines = async (...lines: string[]): Promise<void> => {
    const header = 'order,date,time,item,category,quantity,unit_price,cashier\n';
    expectOk(await till.as('owner').post('/sales/import', header + lines.join('\n'), csv));
  };
  const ask = (query: string) => till.as('owner').get(`/reports/sales?${query}`);

  test('a range without sales has zeros and empty lists', async () => {
    const { report, compared } = expectOk(await ask('from=2026-01-01&to=2026-01-31')).json();
    expect(compared).toBeNull();
    expect(report).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
      currency: 'EUR',
      exponent: 2,
      orders: 0,
      lines: 0,
      items: 0,
      gross: 0,
      discounts: 0,
      comps: 0,
      refunds: 0,
      service_charges: 0,
      tax: 0,
      tips: 0,
      rounding: 0,
      total: 0,
      net: 0,
      average_order: 0,
      by_tender: [],
      by_business_date: [],
      by_hour: [],
      by_category: [],
      by_item: [],
      by_portion: [],
      by_weekday: [],
      by_cashier: [],
      by_table: [],
      by_tax: [],
      voids: { lines: 0, items: 0, amount: 0 },
      pre_bills: 0,
    });
  });

  test('both ends count, and the average is rounded half away from zero (M2)', async () => {
    await importLines(
      'A,2026-03-01,12:00,Tea,Drinks,1,1.00,',
      'B,2026-03-02,12:00,Tea,Drinks,1,1.01,',
      'C,2026-03-03,12:00,Tea,Drinks,1,5.00,',
    );
    const { report } = expectOk(await ask('from=2026-03-01&to=2026-03-02')).json();
    expect(report).toMatchObject({ orders: 2, total: 201, average_order: 101 });
  });

  test('lists are sorted by their first field, hours by the clock', async () => {
    await importLines(
      'A,2026-03-02,21:00,Tea,Zoo,1,1.00,Zoe',
      'B,2026-03-01,09:00,Tea,Animals,1,1.00,Ada',
      'C,2026-03-01,10:00,Ale,Zoo,1,1.00,Ada',
    );
    const { report } = expectOk(await ask('from=2026-03-01&to=2026-03-02')).json() as {
      report: SalesReport;
    };
    expect(report.by_business_date.map((row) => row.business_date)).toEqual([
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(report.by_hour.map((row) => row.hour)).toEqual([9, 10, 21]);
    expect(report.by_item.map(({ item, category }) => [item, category])).toEqual([
      ['Ale', 'Zoo'],
      ['Tea', 'Animals'],
      ['Tea', 'Zoo'],
    ]);
    expect(report.by_category.map(({ category }) => category)).toEqual(['Animals', 'Zoo']);
    expect(report.by_cashier).toMatchObject([
      { cashier: 'Ada', orders: 2 },
      { cashier: 'Zoe', orders: 1 },
    ]);
    expect(report.by_weekday).toEqual([
      { weekday: 1, orders: 1, total: 100 },
      { weekday: 7, orders: 2, total: 200 },
    ]);
  });

  test('it is compared with as many days before, or with the same weekdays', async () => {
    await importLines(
      'A,2026-03-03,12:00,Tea,Drinks,1,3.00,',
      'B,2026-03-09,12:00,Tea,Drinks,1,9.00,',
      'C,2026-03-10,12:00,Tea,Drinks,1,10.00,',
    );
    const before = expectOk(await ask('from=2026-03-10&to=2026-03-10&compare=before')).json();
    expect(before.compared).toMatchObject({ from: '2026-03-09', to: '2026-03-09', total: 900 });
    const weekdays = expectOk(await ask('from=2026-03-10&to=2026-03-10&compare=weekdays')).json();
    expect(weekdays.compared).toMatchObject({ from: '2026-03-03', to: '2026-03-03', total: 300 });
    const tenDays = expectOk(await ask('from=2026-03-01&to=2026-03-10&compare=weekdays')).json();
    expect(tenDays.compared).toMatchObject({ from: '2026-02-15', to: '2026-02-24' });
  });

  test.each([
    ['from=2026-03-02&to=2026-03-01', 422, 'range_backwards'],
    ['from=2026-02-29&to=2026-03-01', 422, 'date_invalid'],
    ['from=2026-13-01&to=2026-13-01', 422, 'date_invalid'],
    ['from=yesterday&to=2026-03-01', 400, 'malformed'],
    ['from=2026-03-01', 400, 'malformed'],
  ])('%s is refused', async (query, status, code) => {
    const answer = await ask(query);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().code).toBe(code);
  });

  test('H4: the exported file has no cell that a spreadsheet would run; numbers stay numbers', async () => {
    await importLines(
      'A,2026-03-01,12:00,"=HYPERLINK(""http://x"",""y"")",+Drinks,1,1.00,@Ada',
      'B,2026-03-01,12:00,-2 for 1,Drinks,1,1.00,',
    );
    const before = await till.seq();
    const body = { from: '2026-03-01', to: '2026-03-01', format: 'csv' };
    const file = expectOk(await till.as('owner').post('/reports/sales/export', body)).json();
    expect(file).toMatchObject({
      fileName: 'sales-2026-03-01-2026-03-01.csv',
      mediaType: 'text/csv; charset=utf-8',
    });
    const { content } = file as { content: string };
    expect(content).toMatch(/^\ufefflist,name,/);
    expect(content).toContain(`by_item,"'=HYPERLINK(""http://x"",""y"")",,'+Drinks,,1,,,1.00\r\n`);
    expect(content).toContain(`by_item,'-2 for 1,,Drinks,,1,,,1.00\r\n`);
    expect(content).toContain(`by_cashier,'@Ada,,,1,,,,1.00\r\n`);
    expect(content).toContain('summary,total,,,,,,,2.00\r\n');
    expect(await till.journaled(before)).toEqual(['report_exported']);
  });

  test('the JSON file holds the very report that the screen shows', async () => {
    await importLines('A,2026-03-01,12:00,Tea,Drinks,1,1.00,Ada');
    const body = { from: '2026-03-01', to: '2026-03-01', format: 'json' };
    const { content } = expectOk(
      await till.as('owner').post('/reports/sales/export', body),
    ).json() as { content: string };
    const { report } = expectOk(await ask('from=2026-03-01&to=2026-03-01')).json();
    expect(JSON.parse(content)).toEqual(report);
  });

  test('U2: only those who may export do', async () => {
    const maya = await till.hire('maya', 'cashier', '471147');
    const body = { from: '2026-03-01', to: '2026-03-01', format: 'csv' };
    expect((await maya.post('/reports/sales/export', body)).statusCode).toBe(403);
  });

  test('N2: today goes on after midnight until the cutoff, beside the same weekday a week ago', async () => {
    await importLines(
      'A,2026-03-13,12:00,Tea,Drinks,1,13.00,',
      'B,2026-03-14,01:00,Tea,Drinks,1,1.00,',
      'C,2026-03-06,20:00,Tea,Drinks,1,6.00,',
    );
    till.clock.set(Date.parse('2026-03-14T01:30:00Z'));
    const owner = till.browser();
    expectOk(await owner.signIn(till.ownerId, ownerPin));
    expect(expectOk(await owner.get('/reports/today')).json()).toEqual({
      businessDate: '2026-03-13',
      orders: 2,
      total: 1400,
      average: 700,
      open: { orders: 0, total: 0 },
      by_hour: [
        { hour: 1, orders: 1, total: 100 },
        { hour: 12, orders: 1, total: 1300 },
      ],
      last_week: {
        businessDate: '2026-03-06',
        orders: 1,
        total: 600,
        by_hour: [{ hour: 20, orders: 1, total: 600 }],
      },
    });
  });
});

describe('a report over years', () => {
  let deps: Deps;
  let directory: string;
  const year = { from: '2015-01-01', to: '2015-12-31' };

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'armorpos-report-'));
    deps = await openTill({ directory }, pino({ level: 'silent' }));
    const file = readSalesFile(
      readFileSync(new URL('../../../../fixtures/pizzeria/sales-2015.csv', import.meta.url)),
    );
    await deps.database.write(async (tx) => {
      await record(deps, tx, [
        { type: 'site_saved', at: 0, by: null, before: null, after: pizzeria },
      ]);
      await importSales(deps, tx, file, {
        at: deps.now(),
        by: null,
        skipBadRows: false,
        pricesIncludeTax: false,
      });
    });
  }, 60_000);
  afterAll(async () => {
    await closeTill(deps);
    rmSync(directory, { recursive: true });
  });

  const pizzeria = {
    name: 'Pizzeria',
    address: '',
    country: 'US',
    currency: 'USD',
    exponent: 2,
    timeZone: 'America/New_York',
    cutoff: '04:00',
    taxMode: 'exclusive',
    taxRounding: 'rate',
    rounding: 'half_away',
    cashStep: 0,
    idleLockMinutes: 10,
    lockAfterSale: false,
  } as const;

  test('the thread of its own gives the same figures as the till itself', async () => {
    const [fromThread, quarter] = await deps.database.read((tx) =>
      readReports(deps, tx, [year, { from: '2015-07-01', to: '2015-09-30' }]),
    );
    const fromTill = await deps.database.read((tx) => salesReport(tx, deps.site, year));
    expect(fromThread).toEqual(fromTill);
    expect(fromThread?.total).toBe(81_786_005);
    expect(quarter?.total).toBe(20_501_620);
  });

  test('it sees what was committed a moment ago', async () => {
    const orders = async (): Promise<number> => {
      const [report] = await deps.database.read((tx) => readReports(deps, tx, [year]));
      return report?.orders ?? 0;
    };
    const before = await orders();
    const text = 'order,date,time,item,quantity,unit_price\nnew,2015-05-05,12:00,Tea,1,1.00\n';
    await deps.database.write((tx) =>
      importSales(deps, tx, readSalesFile(Buffer.from(text)), {
        at: deps.now(),
        by: null,
        skipBadRows: false,
        pricesIncludeTax: false,
      }),
    );
    expect(await orders()).toBe(before + 1);
  });

  test('selling goes on while it is added up', async () => {
    let writes = 0;
    const ranges = Array.from({ length: 20 }, () => year);
    const reports = deps.database.read((tx) => readReports(deps, tx, ranges));
    const progress = { isDone: false };
    void reports.finally(() => {
      progress.isDone = true;
    });
    while (!progress.isDone) {
      const tenderId = newId(deps.now(), randomBytes);
      const after = {
        tenderId,
        name: tenderId,
        kind: 'wallet',
        active: false,
        position: 9,
      } as const;
      await deps.database.write((tx) =>
        record(deps, tx, [{ type: 'tender_saved', at: 0, by: null, before: null, after }]),
      );
      writes += 1;
    }
    expect(await reports).toHaveLength(20);
    // Adding up in the till's own thread would hold the first write for all twenty years.
    expect(writes).toBeGreaterThan(1);
  });
});
