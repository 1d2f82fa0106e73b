import { createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Deps } from '../deps.ts';
import type { Reading, Tx } from '../db/engine.ts';

const pbkdf2Async = promisify(pbkdf2);
/** OWASP's figure for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet). */
const rounds = 600_000;

export type PinHash = { readonly salt: string; readonly hash: string; readonly rounds: number };

/** Hashes a PIN with a salt of its own, after an HMAC with the install's pepper (U1). Slow on purpose, off the main thread. */
export async function hashPin(
  deps: Pick<Deps, 'secrets' | 'randomBytes'>,
  pin: string,
): Promise<PinHash> {
  const salt = deps.randomBytes(16).toString('hex');
  return { salt, hash: await derive(deps, pin, salt, rounds), rounds };
}

async function derive(
  deps: Pick<Deps, 'secrets'>,
  pin: string,
  salt: string,
  times: number,
): Promise<string> {
  const peppered = createHmac('sha256', deps.secrets.pepper).update(pin).digest();
  return (await pbkdf2Async(peppered, Buffer.from(salt, 'hex'), times, 32, 'sha256')).toString(
    'hex',
  );
}

export async function isPin(
  deps: Pick<Deps, 'secrets'>,
  pin: string,
  stored: PinHash,
): Promise<boolean> {
  const hash = await derive(deps, pin, stored.salt, stored.rounds);
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(stored.hash, 'hex'));
}

export async function findPin(tx: Reading, staffId: string): Promise<PinHash | undefined> {
  return tx.first(
    tx.sql
      .selectFrom('staff_pins')
      .select(['salt', 'hash', 'rounds'])
      .where('staff_id', '=', staffId),
  );
}

export async function savePin(tx: Tx, staffId: string, pin: PinHash, at: number): Promise<void> {
  await tx.run(tx.sql.deleteFrom('staff_pins').where('staff_id', '=', staffId));
  await tx.run(
    tx.sql.insertInto('staff_pins').values({ staff_id: staffId, ...pin, changed_at: at }),
  );
}
