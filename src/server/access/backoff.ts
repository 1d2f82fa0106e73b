import type { Reading, Tx } from '../db/engine.ts';

/** Wrong PINs that cost no waiting: fingers slip. */
const freeFailures = 3;
const firstWaitMs = 5_000;
const longestWaitMs = 2 * 3_600_000;

/** How long after this many wrong PINs in a row the next may be tried, doubling each time (U1). Milliseconds. */
export function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(firstWaitMs * 2 ** (failures - freeFailures), longestWaitMs);
}

/** A person and a device back off each for itself; both survive a restart. */
export function personSubject(staffId: string): string {
  return `person ${staffId}`;
}
export function deviceSubject(terminal: string): string {
  return `device ${terminal}`;
}

/** Until when the subjects must wait, in UTC milliseconds; 0 when they need not. */
export async function lockedUntil(tx: Reading, subjects: readonly string[]): Promise<number> {
  const rows = await tx.all(
    tx.sql.selectFrom('pin_attempts').select('locked_until').where('subject', 'in', subjects),
  );
  return Math.max(0, ...rows.map((row) => row.locked_until));
}

/** Counts a wrong PIN; answers how many there were in a row for the first subject. */
export async function countFailure(
  tx: Tx,
  subjects: readonly string[],
  at: number,
): Promise<number> {
  let first = 0;
  for (const [i, subject] of subjects.entries()) {
    const row = await tx.first(
      tx.sql.selectFrom('pin_attempts').select('failures').where('subject', '=', subject),
    );
    const failures = (row?.failures ?? 0) + 1;
    // A device serves several people, so its own lock comes later than a person's.
    const wait = waitAfter(i === 0 ? failures : failures - 2 * freeFailures);
    const values = { failures, locked_until: at + wait };
    await tx.run(
      row
        ? tx.sql.updateTable('pin_attempts').set(values).where('subject', '=', subject)
        : tx.sql.insertInto('pin_attempts').values({ subject, ...values }),
    );
    if (i === 0) first = failures;
  }
  return first;
}

export async function clearFailures(tx: Tx, subjects: readonly string[]): Promise<void> {
  await tx.run(tx.sql.deleteFrom('pin_attempts').where('subject', 'in', subjects));
}
