/** A statement failed; carries its SQL for the log, never for a person. */
export class SqlFailure extends Error {
  override name = 'SqlFailure';
  readonly sql: string;
  /** Another process holds the database; the same work may go through a moment later. */
  readonly busy: boolean;
  constructor(sql: string, cause: unknown, busy = false) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.sql = sql;
    this.busy = busy;
  }
}

/** The disk is full, read-only, damaged or gone: nothing of the work was saved (D3). */
export class StorageFailed extends SqlFailure {
  override name = 'StorageFailed';
}
