import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestTill, ownerPin, trattoria } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

describe('the first start', () => {
  let till: TestTill;
  beforeAll(async () => {
    till = await openTestTill({ setUp: false });
  });
  afterAll(() => till.close());

  it('U1: before it there is nobody to sign in, and no default PIN', async () => {
    const welcome = (await till.browser().get('/welcome')).json();
    expect(welcome).toMatchObject({ setUp: false, people: [], name: '' });
    const refused = await till.browser().signIn('owner', '1234');
    expect(refused.json()).toMatchObject({ code: 'not_set_up' });
  });

  it.each([
    ['a PIN of letters', { owner: { name: 'Olga', pin: 'abcd' } }, 'malformed', 'body.owner.pin'],
    ['a PIN of three', { owner: { name: 'Olga', pin: '123' } }, 'malformed', 'body.owner.pin'],
    ['a name of spaces', { name: '   ' }, 'malformed', 'body.name'],
    ['a cutoff at 25 o’clock', { cutoff: '25:00' }, 'malformed', 'body.cutoff'],
    ['an unknown field', { total: 1 }, 'malformed', 'body'],
    ['a currency that is none', { currency: 'ZZZ' }, 'currency_unknown', undefined],
    ['a time zone that is none', { timeZone: 'Mars/Base' }, 'time_zone_unknown', undefined],
    ['an offset for a time zone', { timeZone: '+01:00' }, 'time_zone_unknown', undefined],
    [
      'two taxes of one name',
      { taxes: [trattoria.taxes[0], { name: 'mwst 19 %', ratePpm: 1 }] },
      'name_taken',
      'body.name',
    ],
  ])('refuses %s and makes nothing', async (_what, change, code, path) => {
    const answer = await till.browser().post('/setup', { ...trattoria, ...change });
    expect(answer.json().code).toBe(code);
    if (path) expect(answer.json().fields[0].path).toBe(path);
    expect(await till.seq()).toBe(0);
    expect((await till.browser().get('/welcome')).json().setUp).toBe(false);
  });

  it('makes the place, its roles, taxes, tenders and owner, and signs the owner in', async () => {
    const browser = till.browser();
    const made = await browser.post('/setup', trattoria);
    expect(made.statusCode).toBe(200);
    expect(made.headers['cache-control']).toBe('no-store');
    expect(made.json().recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    const session = (await browser.get('/session')).json();
    expect(session).toMatchObject({ name: 'Olga Owner', role: 'Owner' });
    expect(session.permissions).toContain('settings.edit');
    const { site, tenders } = (await browser.get('/site')).json();
    expect(site).toMatchObject({ currency: 'EUR', exponent: 2, idleLockMinutes: 10 });
    expect(tenders.map((tender: { tenderId: string }) => tender.tenderId)).toEqual([
      'cash',
      'card',
    ]);
    expect((await browser.get('/menu')).json().taxes).toMatchObject(
      trattoria.taxes.toSorted((a, b) => a.name.localeCompare(b.name)),
    );
    const { roles } = (await browser.get('/staff')).json();
    expect(roles.map((role: { roleId: string }) => role.roleId).sort()).toEqual([
      'cashier',
      'manager',
      'owner',
    ]);
    expect(await till.journaled()).toEqual([
      'role_saved',
      'role_saved',
      'role_saved',
      'site_saved',
      'tax_saved',
      'tax_saved',
      'tender_saved',
      'tender_saved',
      'staff_saved',
      'recovery_code_made',
      'signed_in',
    ]);
  });

  it('A5: the session is a cookie that no script reads and no other site sends', async () => {
    const browser = till.browser();
    const { people } = (await browser.get('/welcome')).json();
    const answer = await browser.signIn(people[0].staffId, ownerPin);
    const cookie = answer.cookies.find((each) => each.name === 'armorpos_session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  });

  it('J1: neither the owner’s name nor the PIN nor the code stands in the journal', async () => {
    const rows = await till.deps.database.read((tx) =>
      tx.all(tx.sql.selectFrom('journal').select('content')),
    );
    const journal = rows.map((row) => row.content).join('\n');
    expect(journal).toContain('Trattoria Blu');
    expect(journal).not.toContain('Olga');
    expect(journal).not.toContain(ownerPin);
  });

  it('a second one is refused', async () => {
    const before = await till.seq();
    const again = await till.browser().post('/setup', { ...trattoria, name: 'Mine now' });
    expect(again.statusCode).toBe(409);
    expect(again.json().code).toBe('already_set_up');
    expect(await till.seq()).toBe(before);
  });
});

it('two first starts at once make one place', async () => {
  const till = await openTestTill({ setUp: false });
  const answers = await Promise.all(
    ['Anna', 'Ben'].map((name) =>
      till.browser().post('/setup', { ...trattoria, owner: { name, pin: ownerPin } }),
    ),
  );
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
  expect((await till.browser().get('/welcome')).json().people).toHaveLength(1);
  await till.close();
});

it.each([
  ['JPY', 0],
  ['KWD', 3],
  ['HUF', 2],
  ['IQD', 3],
  ['USD', 2],
])('M1: %s has %i decimals, as ISO 4217 says', async (currency, exponent) => {
  const till = await openTestTill({ site: { currency } });
  expect((await till.browser().get('/welcome')).json()).toMatchObject({ currency, exponent });
  const { currencies } = (await till.browser().get('/countries')).json();
  expect(currencies).toContainEqual({ currency, exponent });
  await till.close();
});

it('the countries propose only what a set-up then takes', async () => {
  const till = await openTestTill({ setUp: false });
  const { countries, currencies, timeZones } = (await till.browser().get('/countries')).json();
  const known = new Set(currencies.map((each: { currency: string }) => each.currency));
  for (const country of countries) {
    expect(known).toContain(country.currency);
    for (const zone of country.timeZones) expect(timeZones).toContain(zone);
  }
  expect(timeZones).toContain('UTC');
  expect((await till.browser().get('/health')).json()).toEqual({ up: true, version: '0.0.0-test' });
  await till.close();
});
