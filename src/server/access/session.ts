import { hash as digest } from 'node:crypto';
import type { Permission } from '../../domain/permission.ts';
import type { Person } from '../../domain/order/order.ts';
import type { Deps } from '../deps.ts';
import type { Reading, Tx } from '../db/engine.ts';
import { prepared } from '../db/prepared.ts';
import { record } from '../journal/record.ts';
import { Refused } from '../refused.ts';

/** Who is asking, as of this very transaction (U2). */
export type Who = Person & {
  readonly roleId: string;
  readonly role: string;
  readonly permissions: ReadonlySet<string>;
  readonly sessionHash: string;
  readonly terminal: string;
};

/** Even a screen in constant use signs in anew once a day. */
const longestSessionMs = 16 * 3_600_000;
/** How often use of a session is written down; it is not worth a commit each time. */
const seenEveryMs = 60_000;

const sessionByHash = prepared<
  { hash: string },
  {
    staff_id: string;
    terminal: string;
    created_at: number;
    seen_at: number;
    alias: string;
    role_id: string;
    role: string;
    idle_lock_minutes: number;
  }
>((sql, arg) =>
  sql
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.staff_id', 'sessions.staff_id')
    .innerJoin('roles', 'roles.role_id', 'staff.role_id')
    .innerJoin('site', (join) => join.onTrue())
    .select([
      'sessions.staff_id',
      'sessions.terminal',
      'sessions.created_at',
      'sessions.seen_at',
      'staff.alias',
      'staff.role_id',
      'roles.name as role',
      'site.idle_lock_minutes',
    ])
    .where('sessions.session_hash', '=', arg('hash'))
    .where('staff.active', '=', 1),
);
const permissionsOfRole = prepared<{ roleId: string }, { permission: string }>((sql, arg) =>
  sql.selectFrom('role_permissions').select('permission').where('role_id', '=', arg('roleId')),
);

/** Only the hash of a session's token is kept: a stolen database signs nobody in (A5). */
export function hashOfToken(token: string): string {
  return digest('sha256', token);
}

/** Starts a session; answers its token, 256 random bits, which exists nowhere but in the cookie. */
export async function startSession(
  deps: Deps,
  tx: Tx,
  person: Person,
  terminal: string,
): Promise<string> {
  const token = deps.randomBytes(32).toString('base64url');
  const at = deps.now();
  await tx.run(tx.sql.deleteFrom('sessions').where('created_at', '<', at - longestSessionMs));
  await tx.run(
    tx.sql.insertInto('sessions').values({
      session_hash: hashOfToken(token),
      staff_id: person.staffId,
      terminal,
      created_at: at,
      seen_at: at,
    }),
  );
  await record(deps, tx, [{ type: 'signed_in', at, by: plain(person), terminal }]);
  return token;
}

/** Finds who holds this token now. Refusal: not_signed_in, also after idling, deactivation or a new PIN. */
export async function loadWho(deps: Deps, tx: Reading, token: string | undefined): Promise<Who> {
  const hash = token === undefined ? '' : hashOfToken(token);
  const row = token === undefined ? undefined : await tx.first(sessionByHash(tx.sql, { hash }));
  if (!row) throw new Refused('not_signed_in');
  const at = deps.now();
  const seenAt = Math.max(row.seen_at, lastSeen.get(hash) ?? 0);
  const isIdle = at - seenAt > row.idle_lock_minutes * 60_000;
  if (isIdle || at - row.created_at > longestSessionMs) throw new Refused('not_signed_in');
  const granted = await tx.all(permissionsOfRole(tx.sql, { roleId: row.role_id }));
  return {
    staffId: row.staff_id,
    alias: row.alias,
    roleId: row.role_id,
    role: row.role,
    permissions: new Set(granted.map((each) => each.permission)),
    sessionHash: hash,
    terminal: row.terminal,
  };
}

/** What is not yet in the table: a restart may forget a minute of use, never more. */
const lastSeen = new Map<string, number>();
const lastWritten = new Map<string, number>();

/** Notes that a person is using this session. */
export function noteUse(deps: Deps, who: Who): void {
  const at = deps.now();
  lastSeen.set(who.sessionHash, at);
  if (at - (lastWritten.get(who.sessionHash) ?? 0) < seenEveryMs) return;
  lastWritten.set(who.sessionHash, at);
  void deps.database
    .write((tx) =>
      tx.run(
        tx.sql
          .updateTable('sessions')
          .set({ seen_at: at })
          .where('session_hash', '=', who.sessionHash),
      ),
    )
    .catch((error: unknown) =>
      deps.log.warn({ err: error }, 'use of a session was not written down'),
    );
}

/** Ends sessions of a person, all or all but one, and journals why. */
export async function endSessions(
  deps: Deps,
  tx: Tx,
  person: Person,
  reason: 'asked' | 'idle' | 'deactivated' | 'pin_changed',
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<void> {
  let ended = tx.sql.deleteFrom('sessions').where('staff_id', '=', person.staffId);
  if (which.only !== undefined) ended = ended.where('session_hash', '=', which.only);
  if (which.except !== undefined) ended = ended.where('session_hash', '!=', which.except);
  const count = await tx.run(ended);
  if (count === 0) return;
  await record(deps, tx, [{ type: 'signed_out', at: deps.now(), by: plain(person), reason }]);
}

export function may(who: Who, permission: Permission): boolean {
  return who.permissions.has(permission);
}

/** The person alone, as events hold them. */
export function plain(person: Person): Person {
  return { staffId: person.staffId, alias: person.alias };
}
