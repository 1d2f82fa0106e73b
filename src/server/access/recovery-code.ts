import { createHash, timingSafeEqual } from 'node:crypto';
import type { Person } from '../../domain/order/order.ts';
import type { Deps } from '../deps.ts';
import type { Reading, Tx } from '../db/engine.ts';
import { record } from '../journal/record.ts';

/** Crockford's base 32: no I, L, O or U to be mistaken on paper (https://www.crockford.com/base32.html). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 28 letters of 5 bits: 140 random bits, which need no slow hash. */
const length = 28;
const groupLength = 4;

/** Wrong recovery codes back off together, whoever tries them (U4). */
export const recoverySubject = 'recovery';

/** Makes the site's one recovery code, in place of any before; only its hash is kept (U4). */
export async function makeRecoveryCode(deps: Deps, tx: Tx, by: Person | null): Promise<string> {
  const drawn = [...deps.randomBytes(length)].map((byte) => letters.charAt(byte & 31)).join('');
  const salt = deps.randomBytes(16).toString('hex');
  await tx.run(tx.sql.deleteFrom('recovery').where('id', '=', 1));
  await tx.run(tx.sql.insertInto('recovery').values({ id: 1, salt, hash: hashOf(salt, drawn) }));
  await record(deps, tx, [{ type: 'recovery_code_made', at: deps.now(), by }]);
  return (drawn.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** Whether this is the site's recovery code, however it was typed. */
export async function isRecoveryCode(tx: Reading, code: string): Promise<boolean> {
  const stored = await tx.first(tx.sql.selectFrom('recovery').select(['salt', 'hash']));
  if (!stored) return false;
  const given = Buffer.from(hashOf(stored.salt, asPrinted(code)), 'hex');
  return timingSafeEqual(given, Buffer.from(stored.hash, 'hex'));
}

function asPrinted(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function hashOf(salt: string, code: string): string {
  return createHash('sha256').update(salt).update(code).digest('hex');
}
