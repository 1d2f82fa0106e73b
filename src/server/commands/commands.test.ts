import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandRefused, WrongUsage } from './command.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { exportJournal, exportMenu, exportSales } from './export.ts';
import { importMenu } from './import-menu.ts';
import { importSales } from './import-sales.ts';
import { recoveryCode } from './recovery-code.ts';
import { report } from './report.ts';
import { setup } from './setup.ts';
import { verify } from './verify.ts';
import { Refused } from '../refused.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../fixtures/pizzeria/${name}`, import.meta.url));

let directory: string;
let data: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'armorpos-commands-'));
  data = join(directory, 'till');
});
afterAll(() => rmSync(directory, { recursive: true }));

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function run(command: Command, ...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run({
    args,
    print: (line) => out.push(line),
    say: (line) => err.push(line),
    usualDirectory: data,
    usualDatabaseUrl: undefined,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const inFile = (name: string, text: string | Buffer): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};
const newSite = ['--name', 'Uno', '--country', 'US', '--time-zone', 'America/New_York'];

describe('the command line', () => {
  test('before set-up, nothing can be asked and nothing is made', async () => {
    await expect(run(report, '--from', '2015-01-01', '--to', '2015-01-01')).rejects.toThrow(
      CommandRefused,
    );
    await expect(run(importMenu, fixture('menu.csv'))).rejects.toThrow(/There is no till in/);
    expect(existsSync(data)).toBe(false);
  });

  test.each([
    [setup, ['--name', 'Uno'], /needs --name, --country and --time-zone/],
    [setup, [...newSite.slice(0, 4), '--time-zone', 'Mars/Base'], /Mars\/Base is no time zone/],
    [setup, ['--name', 'Uno', '--country', 'ZZ', '--time-zone', 'Europe/Rome'], /add --currency/],
    [setup, [...newSite, '--currency', 'XXZ'], /XXZ is no currency/],
    [setup, [...newSite, '--cutoff', '25:00'], /--cutoff is not right/],
    [setup, [...newSite, '--colour', 'red'], /Unknown option '--colour'/],
    [importSales, [], /It needs FILE/],
    [importMenu, ['a.csv', 'b.csv'], /It needs FILE/],
    [report, ['--from', '2015-01-01'], /It needs --from and --to/],
    [report, ['--from', '2015-02-30', '--to', '2015-03-01'], /2015-02-30 is not a date/],
    [report, ['--from', '2015-03-01', '--to', '2015-02-01'], /must not be after the last/],
    [report, ['--from', '2015-03-01', '--to', '2015-03-01', '--json', '--csv'], /--json or --csv/],
    [exportSales, ['--from', 'then'], /then is not a date/],
  ])('wrong usage of %o %j is said in one line', async (command, args, message) => {
    await expect(run(command, ...args)).rejects.toThrow(WrongUsage);
    await expect(run(command, ...args)).rejects.toThrow(message);
    expect(existsSync(data)).toBe(false);
  });

  test('U1: set-up prints a PIN and a recovery code, and happens once', async () => {
    const { code, out } = await run(setup, ...newSite, '--owner', 'Ada', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      site: 'Uno',
      owner: { name: 'Ada', pin: expect.stringMatching(/^\d{6}$/) },
      recovery_code: expect.stringMatching(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/),
    });
    await expect(run(setup, ...newSite)).rejects.toThrow(Refused);
  });

  test('U4: a new recovery code is printed, and journaled', async () => {
    const { out } = await run(recoveryCode, '--json');
    expect(JSON.parse(out)).toEqual({
      recovery_code: expect.stringMatching(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/),
    });
    expect((await run(recoveryCode)).out).toMatch(/The one before no longer works\.$/);
    const journal = join(directory, 'codes.jsonl');
    await run(exportJournal, '--out', journal);
    const made = readFileSync(journal, 'utf8').match(/"recovery_code_made"/g);
    // One of the set-up, and these two.
    expect(made).toHaveLength(3);
  });

  test('the pizzeria’s menu and year go in, and the report gives the figures', async () => {
    expect((await run(importMenu, fixture('menu.csv'))).out).toBe(
      '91 rows added, 0 changed, 0 left as they were, 0 refused; 4 new categories.',
    );
    const imported = await run(importSales, fixture('sales-2015.csv'), '--json');
    expect(JSON.parse(imported.out)).toMatchObject({ orders: 21_350, total: 81_786_005 });
    const { out } = await run(report, '--from', '2015-07-01', '--to', '2015-09-30', '--json');
    expect(JSON.parse(out)).toMatchObject({
      from: '2015-07-01',
      to: '2015-09-30',
      currency: 'USD',
      exponent: 2,
      orders: 5437,
      lines: 12_214,
      items: 12_450,
      total: 20_501_620,
      average_order: 3771,
    });
    const people = await run(report, '--from', '2015-11-27', '--to', '2015-11-27');
    expect(people.out).toMatch(/^Orders +115$/m);
    expect(people.out).toMatch(/^Total +\$4,422\.45$/m);
  }, 60_000);

  test('what is exported comes in again as known', async () => {
    const menu = join(directory, 'menu.csv');
    const sales = join(directory, 'sales.csv');
    await run(exportMenu, '--out', menu);
    await run(exportSales, '--out', sales);
    expect(JSON.parse((await run(importMenu, menu, '--json')).out)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 91,
    });
    expect(JSON.parse((await run(importSales, sales, '--json')).out)).toMatchObject({
      orders: 0,
      already_known: 21_350,
      refused: [],
    });
    await expect(run(exportMenu, '--out', menu)).rejects.toThrow(/is there already/);
  }, 60_000);

  test('J2: the exported journal tells of the exports too', async () => {
    const path = join(directory, 'journal.jsonl');
    await run(exportJournal, '--out', path);
    const entries = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(entries.length).toBeGreaterThan(21_350);
    expect(JSON.parse(entries.at(-1) ?? '')).toMatchObject({
      seq: entries.length,
      entry: { event: { type: 'report_exported', format: 'sales' } },
    });
  });

  test('a refused file is answered with its rows and exit code 1, and changes nothing', async () => {
    const before = (await run(verify, '--json')).out;
    const bad = inFile('bad.csv', 'category,item,price\nTea,Assam,3.00\nTea,Darjeeling,dear\n');
    const { code, out, err } = await run(importMenu, bad, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      added: 0,
      refused: [{ row: 3, column: 'price', value: 'dear' }],
    });
    expect(err).toContain('row 3, price "dear": That is not an amount.');
    const wide = inFile('wide.csv', Buffer.from('category,item,price\n', 'utf16le'));
    expect(await run(importMenu, wide)).toMatchObject({ code: 1, err: /UTF-16/ });
    expect(await run(importSales, fixture('menu.csv'))).toMatchObject({ code: 1 });
    await expect(run(importSales, join(directory, 'none.csv'))).rejects.toThrow(
      /There is no such file/,
    );
    expect((await run(verify, '--json')).out).toBe(before);
  });

  test('J4: after all of it the journal is whole and every table as it says', async () => {
    expect(await run(verify)).toMatchObject({ code: 0, out: expect.stringMatching(/^Whole/) });
  }, 60_000);
});

test('the demo is made by one command: three people with PINs of their own, and a year of sales', async () => {
  const place = join(directory, 'demo');
  const { code, out } = await run(demo, '--data', place, '--json');
  expect(code).toBe(0);
  const made = JSON.parse(out) as { people: { name: string; role: string; pin: string }[] };
  expect(made).toMatchObject({ items: 55, tables: 12, orders: 21_350 });
  expect(made.people.map(({ role }) => role)).toEqual(['owner', 'manager', 'cashier']);
  expect(new Set(made.people.map(({ pin }) => pin)).size).toBe(3);
  await expect(run(demo, '--data', place)).rejects.toThrow(Refused);
}, 60_000);
