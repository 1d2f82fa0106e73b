import type { Welcome } from '../../../contract/site.ts';
import { namesOf } from '../../access/aliases.ts';
import { personSubject } from '../../access/backoff.ts';
import { businessDateOf } from '../../business-day.ts';
import type { Deps } from '../../deps.ts';
import type { Reading } from '../../db/engine.ts';
import { findSite } from '../../load-site.ts';

/** What the sign-in screen needs before anybody is known: who may sign in, and who must wait (U1). */
export async function readWelcome(deps: Deps, tx: Reading): Promise<Welcome> {
  const site = await findSite(tx);
  if (!site) {
    return {
      setUp: false,
      version: deps.version,
      name: '',
      currency: '',
      exponent: 0,
      timeZone: '',
      businessDate: '',
      people: [],
    };
  }
  return {
    setUp: true,
    version: deps.version,
    name: site.name,
    currency: site.currency,
    exponent: site.exponent,
    timeZone: site.timeZone,
    businessDate: businessDateOf(deps.now(), site),
    people: await listPeople(deps, tx),
  };
}

async function listPeople(deps: Deps, tx: Reading): Promise<Welcome['people']> {
  const rows = await tx.all(
    tx.sql
      .selectFrom('staff')
      .innerJoin('roles', 'roles.role_id', 'staff.role_id')
      .select(['staff.staff_id', 'staff.alias', 'roles.name as role'])
      .where('staff.active', '=', 1),
  );
  const names = await namesOf(
    tx,
    rows.map((row) => row.alias),
  );
  const waits = await tx.all(
    tx.sql
      .selectFrom('pin_attempts')
      .select(['subject', 'locked_until'])
      .where('locked_until', '>', deps.now()),
  );
  const untilBySubject = new Map(waits.map((wait) => [wait.subject, wait.locked_until]));
  return rows
    .map((row) => ({
      staffId: row.staff_id,
      name: names[row.alias] ?? '',
      role: row.role,
      lockedUntil: untilBySubject.get(personSubject(row.staff_id)) ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
