/** A statement failed; carries its SQL for the log, never for a person. */
export class SqlFailure extends Error {
  override name = 'SqlFailure';
  readonly sql: string;
  /** Another process was in the way; the same work may go through a moment later. */
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

/** The database server is out of reach; what was being committed may or may not be saved. */
export class ConnectionLost extends StorageFailed {
  override name = 'ConnectionLost';
}

/** The database cannot be trusted to keep what it acknowledges; the till does not start on it (R27). */
export class NotDurable extends Error {
  override name = 'NotDurable';
}

/** The database was written by a newer version; this one must not touch it (D1). */
export class NewerSchema extends Error {
  override name = 'NewerSchema';
}
