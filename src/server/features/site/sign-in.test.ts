import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectOk, openTestTill, ownerPin } from '../../test-till.ts';
import type { TestTill } from '../../test-till.ts';

const minute = 60_000;

describe('signing in', () => {
  let till: TestTill;
  beforeAll(async () => {
    till = await openTestTill();
    await till.hire('cleo', 'cashier', '2468');
    await till.hire('dora', 'cashier', '1357');
  });
  // Long enough for every lock of the test before to be over.
  beforeEach(() => till.clock.pass(3 * 60 * minute));
  afterAll(() => till.close());

  it('U1: picks a name, then takes the PIN; says what this person may do', async () => {
    const browser = till.browser();
    const { people } = (await browser.get('/welcome')).json();
    expect(people).toEqual([
      { staffId: 'cleo', name: 'cleo', role: 'Cashier', lockedUntil: null },
      { staffId: 'dora', name: 'dora', role: 'Cashier', lockedUntil: null },
      { staffId: till.ownerId, name: 'Olga Owner', role: 'Owner', lockedUntil: null },
    ]);
    const session = expectOk(await browser.signIn('cleo', '2468')).json();
    expect(session).toEqual({
      staffId: 'cleo',
      name: 'cleo',
      role: 'Cashier',
      permissions: ['orders.take', 'payments.take', 'menu.sold_out'],
      businessDate: '2026-03-13',
    });
    expect((await browser.get('/session')).json()).toEqual(session);
  });

  it('U1: somebody unknown is answered as somebody with a wrong PIN', async () => {
    const unknown = await till.browser().signIn('nobody', '2468');
    const wrong = await till.browser().signIn('cleo', '1111');
    expect(unknown.statusCode).toBe(401);
    expect(unknown.json().code).toBe('pin_wrong');
    expect(wrong.json().code).toBe('pin_wrong');
  });

  it.each([
    ['letters', 'abcd'],
    ['three digits', '123'],
    ['nine digits', '123456789'],
    ['digits of another script', '٢٤٦٨'],
    ['a number', 2468],
  ])('U1: refuses a PIN of %s without counting it', async (_what, pin) => {
    const answer = await till.browser().post('/session', { staffId: 'cleo', pin });
    expect(answer.json()).toMatchObject({ code: 'malformed', fields: [{ path: 'body.pin' }] });
    const { people } = (await till.browser().get('/welcome')).json();
    expect(people[0].lockedUntil).toBeNull();
  });

  it('U1: wrong PINs back off and lock the person on every device, also over a restart', async () => {
    const before = await till.seq();
    for (let i = 0; i < 3; i += 1) {
      expect((await till.browser().signIn('dora', '0000')).json().code).toBe('pin_wrong');
    }
    const locked = await till.browser().signIn('dora', '1357');
    expect(locked.statusCode).toBe(429);
    expect(locked.json().facts.until).toBe(till.clock.now() + 5_000);
    await till.restart();
    expect((await till.browser().signIn('dora', '1357')).json().code).toBe('pin_locked');
    const { people } = (await till.browser().get('/welcome')).json();
    const dora = people.find((each: { staffId: string }) => each.staffId === 'dora');
    expect(dora.lockedUntil).toBe(till.clock.now() + 5_000);

    till.clock.pass(5_001);
    const fourth = await till.browser().signIn('dora', '0000');
    expect(fourth.json().facts.until).toBe(till.clock.now() + 10_000);
    till.clock.pass(10_001);
    expectOk(await till.browser().signIn('dora', '1357'));
    expectOk(await till.browser().signIn('dora', '1357'));
    const refusals = (await till.journaled(before)).filter((type) => type === 'sign_in_refused');
    expect(refusals).toHaveLength(4);
  });

  it('U1: a device that tries one person after another locks itself', async () => {
    const device = till.browser();
    await device.get('/welcome');
    for (let i = 0; i < 9; i += 1) {
      expect((await device.signIn(`guess-${i}`, '0000')).json().code).toBe('pin_wrong');
    }
    expect((await device.signIn('cleo', '2468')).json().code).toBe('pin_locked');
    expectOk(await till.browser().signIn('cleo', '2468'));
  });

  it('U1: PINs tried side by side are all counted', async () => {
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => till.browser().signIn('cleo', '0000')),
    );
    const codes = tries.map((each) => each.json().code);
    expect(codes.filter((code) => code === 'pin_wrong').length).toBeLessThanOrEqual(3);
    expect(codes).toContain('pin_locked');
  });

  it('whoever was signed in on this browser no longer is', async () => {
    const browser = till.browser();
    expectOk(await browser.signIn('cleo', '2468'));
    const stolen = browser.cookies.get('armorpos_session');
    expectOk(await browser.signIn(till.ownerId, ownerPin));
    expect((await browser.get('/session')).json().name).toBe('Olga Owner');
    const other = till.browser();
    other.cookies.set('armorpos_session', stolen ?? '');
    expect((await other.get('/session')).statusCode).toBe(401);
  });

  it('A5: signing out ends the session on the server, and twice is the same as once', async () => {
    const browser = till.browser();
    expectOk(await browser.signIn('cleo', '2468'));
    const token = browser.cookies.get('armorpos_session') ?? '';
    const before = await till.seq();
    expectOk(await browser.delete('/session?reason=asked'));
    expect(browser.cookies.has('armorpos_session')).toBe(false);
    browser.cookies.set('armorpos_session', token);
    expect((await browser.get('/session')).json().code).toBe('not_signed_in');
    expectOk(await browser.delete('/session'));
    expect(await till.journaled(before)).toEqual(['signed_out']);
  });

  it('A5: the database holds no token that would sign anybody in', async () => {
    const browser = till.browser();
    expectOk(await browser.signIn('cleo', '2468'));
    const token = browser.cookies.get('armorpos_session');
    const rows = await till.deps.database.read((tx) =>
      tx.all(tx.sql.selectFrom('sessions').selectAll()),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('U5: a session ends when the screen was idle, and lives while somebody uses it', async () => {
    const browser = till.browser();
    expectOk(await browser.signIn('cleo', '2468'));
    for (let i = 0; i < 4; i += 1) {
      till.clock.pass(9 * minute);
      expectOk(await browser.post('/session/activity'));
    }
    till.clock.pass(10 * minute + 1);
    expect((await browser.get('/session')).json().code).toBe('not_signed_in');
    expect((await browser.post('/session/activity')).json().code).toBe('not_signed_in');
  });

  it('U5: with a lock after one minute, use every half minute keeps the session', async () => {
    const owner = till.browser();
    expectOk(await owner.signIn(till.ownerId, ownerPin));
    const { site } = (await owner.get('/site')).json();
    const { exponent: _exponent, ...settings } = site;
    expectOk(await owner.put('/site', { ...settings, idleLockMinutes: 1 }));
    for (let i = 0; i < 5; i += 1) {
      till.clock.pass(minute / 2);
      expectOk(await owner.post('/session/activity'));
    }
    expectOk(await owner.put('/site', settings));
  });

  it('U1: changing one’s own PIN takes the old one and ends one’s other sessions', async () => {
    const [here, there] = [till.browser(), till.browser()];
    expectOk(await here.signIn('cleo', '2468'));
    expectOk(await there.signIn('cleo', '2468'));
    const wrong = await here.post('/session/pin', { pin: '1111', newPin: '8642' });
    expect(wrong.json().code).toBe('pin_wrong');
    expectOk(await there.get('/session'));
    const before = await till.seq();
    expectOk(await here.post('/session/pin', { pin: '2468', newPin: '8642' }));
    expect(await till.journaled(before)).toEqual(['pin_changed', 'signed_out']);
    expectOk(await here.get('/session'));
    expect((await there.get('/session')).json().code).toBe('not_signed_in');
    expect((await there.signIn('cleo', '2468')).json().code).toBe('pin_wrong');
    expectOk(await there.signIn('cleo', '8642'));
    expectOk(await here.post('/session/pin', { pin: '8642', newPin: '2468' }));
  });
});

describe('the recovery code', () => {
  let till: TestTill;
  beforeAll(async () => {
    till = await openTestTill();
  });
  afterAll(() => till.close());

  it('U4: wrong codes back off like PINs', async () => {
    const device = till.browser();
    for (let i = 0; i < 3; i += 1) {
      const wrong = await device.post('/recovery', { code: `WRONG-CODE-${i}`, pin: '9999' });
      expect(wrong.statusCode).toBe(401);
      expect(wrong.json().code).toBe('recovery_code_wrong');
    }
    const right = { code: till.recoveryCode, pin: '9999' };
    expect((await till.browser().post('/recovery', right)).json().code).toBe('pin_locked');
    till.clock.pass(5_001);
  });

  it('U4: lets an owner in who is locked out, in lower case and without dashes too', async () => {
    for (let i = 0; i < 3; i += 1) await till.browser().signIn(till.ownerId, '0000');
    expect((await till.browser().signIn(till.ownerId, ownerPin)).json().code).toBe('pin_locked');
    const before = await till.seq();
    const code = till.recoveryCode.toLowerCase().replaceAll('-', ' ');
    const answer = expectOk(await till.browser().post('/recovery', { code, pin: '9999' })).json();
    expect(answer.staffId).toBe(till.ownerId);
    expect(answer.recoveryCode).not.toBe(till.recoveryCode);
    expect(await till.journaled(before)).toEqual([
      'recovery_code_used',
      'pin_changed',
      'signed_out',
      'recovery_code_made',
    ]);
    expect((await till.as('owner').get('/session')).json().code).toBe('not_signed_in');
    expectOk(await till.browser().signIn(till.ownerId, '9999'));
    expect((await till.browser().signIn(till.ownerId, ownerPin)).json().code).toBe('pin_wrong');
    const used = await till.browser().post('/recovery', { code, pin: '1111' });
    expect(used.json().code).toBe('recovery_code_wrong');

    const twice = await Promise.all(
      ['4444', '5555'].map((pin) =>
        till.browser().post('/recovery', { code: answer.recoveryCode, pin }),
      ),
    );
    expect(twice.map((each) => each.statusCode).sort()).toEqual([200, 401]);
  });

  it('U4: an owner makes a new code with the PIN, and the one before is dead', async () => {
    const fresh = await openTestTill();
    const owner = fresh.as('owner');
    const wrong = await owner.post('/recovery/code', { pin: '0000' });
    expect(wrong.json().code).toBe('pin_wrong');
    const before = await fresh.seq();
    const { recoveryCode } = expectOk(await owner.post('/recovery/code', { pin: ownerPin })).json();
    expect(await fresh.journaled(before)).toEqual(['recovery_code_made']);
    const old = { code: fresh.recoveryCode, pin: '9999' };
    expect((await fresh.browser().post('/recovery', old)).json().code).toBe('recovery_code_wrong');
    expectOk(await fresh.browser().post('/recovery', { code: recoveryCode, pin: '9999' }));
    await fresh.close();
  });

  it('U2, U4: nobody but an owner makes one, whatever their role may do', async () => {
    const fresh = await openTestTill();
    await fresh.hire('mia', 'manager', '2468');
    const asked = { pin: '2468' };
    const manager = fresh.browser();
    expectOk(await manager.signIn('mia', '2468'));
    expect((await manager.post('/recovery/code', asked)).json().code).toBe('permission_missing');
    const role = { name: 'Manager', permissions: ['settings.edit'] };
    expectOk(await fresh.as('owner').put('/roles/manager', role));
    const before = await fresh.seq();
    expect((await manager.post('/recovery/code', asked)).json().code).toBe('owners_only');
    expect(await fresh.journaled(before)).toEqual([]);
    await fresh.close();
  });
});
