import { endSessions, hashOfToken } from '../../access/session.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../db/engine.ts';

/** Ends the session that a browser holds, if it still is one (U5). */
export async function endSession(
  deps: Deps,
  tx: Tx,
  token: string | undefined,
  reason: 'asked' | 'idle',
): Promise<void> {
  if (token === undefined) return;
  const hash = hashOfToken(token);
  const person = await tx.first(
    tx.sql
      .selectFrom('sessions')
      .innerJoin('staff', 'staff.staff_id', 'sessions.staff_id')
      .select(['staff.staff_id as staffId', 'staff.alias'])
      .where('sessions.session_hash', '=', hash),
  );
  if (person) await endSessions(deps, tx, person, reason, { only: hash });
}
