import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../../domain/site/site.ts';
import { expectOk, openTestTill, ownerPin } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

describe('settings and tenders', () => {
  let till: TestTill;
  const owner = () => till.as('owner');
  const read = async () => (await owner().get('/site')).json();
  const save = async (change: Partial<Site> & { total?: number }) => {
    const { exponent: _exponent, ...settings } = (await read()).site;
    return owner().put('/site', { ...settings, ...change });
  };
  const wallet = { name: 'Lunch card', kind: 'wallet', active: true, position: 0 };

  beforeAll(async () => {
    till = await openTestTill();
  });
  afterAll(() => till.close());

  it('M1: another currency brings its decimals, until there are prices', async () => {
    expectOk(await save({ currency: 'JPY' }));
    expect((await read()).site).toMatchObject({ currency: 'JPY', exponent: 0 });
    expectOk(await save({ currency: 'EUR' }));
    const category = { name: 'Pizza', emoji: '', hue: 0, position: 0 };
    expectOk(await owner().put('/menu/categories/pizza', category));
    expectOk(
      await owner().put('/menu/items/pizza', {
        categoryId: 'pizza',
        name: 'Pizza',
        description: '',
        emoji: '',
        pictureId: null,
        sku: '',
        barcode: '',
        taxIds: [],
        position: 0,
        portions: [{ portionId: 'one', name: '', price: 850 }],
      }),
    );
    const answer = await save({ currency: 'JPY' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().code).toBe('currency_fixed');
    expectOk(await save({ name: 'Trattoria Rossa' }));
  });

  it.each([
    ['a currency that is none', { currency: 'ZZZ' }, 'currency_unknown'],
    ['a time zone that is none', { timeZone: 'Europe/Atlantis' }, 'time_zone_unknown'],
    ['a cutoff of 4', { cutoff: '4' }, 'malformed'],
    ['no idle lock', { idleLockMinutes: 0 }, 'malformed'],
    ['an unknown field', { total: 5 }, 'malformed'],
  ])('refuses %s and changes nothing', async (_what, change, code) => {
    const before = await read();
    expect((await save(change)).json().code).toBe(code);
    expect(await read()).toEqual(before);
  });

  it('N2: the business date follows the cutoff and the zone', async () => {
    const today = async () => (await till.browser().get('/welcome')).json().businessDate;
    till.clock.set(Date.parse('2026-03-14T02:30:00Z'));
    expectOk(await owner().signIn(till.ownerId, ownerPin));
    expect(await today()).toBe('2026-03-13');
    expectOk(await save({ cutoff: '02:00' }));
    expect(await today()).toBe('2026-03-14');
    expectOk(await save({ timeZone: 'America/New_York' }));
    expect(await today()).toBe('2026-03-13');
  });

  it('a save that changes nothing appends nothing; one that does says before and after', async () => {
    const before = await till.seq();
    expectOk(await save({}));
    expect(await till.seq()).toBe(before);
    expectOk(await save({ lockAfterSale: true }));
    const entry = await till.deps.database.read((tx) =>
      tx.first(tx.sql.selectFrom('journal').selectAll().orderBy('seq', 'desc')),
    );
    expect(JSON.parse(entry?.content ?? '').event).toMatchObject({
      type: 'site_saved',
      by: { staffId: till.ownerId },
      before: { lockAfterSale: false },
      after: { lockAfterSale: true },
    });
  });

  it('P10: the owner names wallets; a new one goes to the end', async () => {
    expectOk(await owner().put('/tenders/lunch', wallet));
    expect((await read()).tenders.map((each: { name: string }) => each.name)).toEqual([
      'Cash',
      'Card',
      'Lunch card',
    ]);
    const again = await owner().put('/tenders/other', { ...wallet, name: 'LUNCH CARD' });
    expect(again.json().code).toBe('name_taken');
  });

  it('P10: cash stays cash, and one tender at least stays switched on', async () => {
    const cash = { name: 'Cash', kind: 'cash', active: true, position: 0 };
    const card = { name: 'Card', kind: 'card', active: false, position: 1 };
    const other = await owner().put('/tenders/cash', { ...cash, kind: 'card' });
    expect(other.json()).toMatchObject({ code: 'malformed', fields: [{ path: 'body.kind' }] });
    expectOk(await owner().put('/tenders/card', card));
    expectOk(await owner().put('/tenders/lunch', { ...wallet, active: false, position: 2 }));
    const last = await owner().put('/tenders/cash', { ...cash, active: false });
    expect(last.json()).toMatchObject({ code: 'malformed', fields: [{ path: 'body.active' }] });
    const before = await till.seq();
    expectOk(await owner().put('/tenders/cash', cash));
    expect(await till.seq()).toBe(before);
  });

  it('J4: every table is what the journal says', async () => {
    const owner = till.browser();
    expectOk(await owner.signIn(till.ownerId, ownerPin));
    const verified = expectOk(await owner.post('/journal/verify')).json();
    expect(verified).toMatchObject({ whole: true, entries: await till.seq(), differences: [] });
  });
});
