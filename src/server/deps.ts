import type { Logger } from 'pino';
import type { Database } from './db/engine.ts';
import type { Announcer } from './journal/announcer.ts';
import type { ProgramFolder } from './program-files.ts';
import type { Secrets } from './secrets.ts';

/** All of the world that the server touches; made in one place so that trials can replace it. */
export type Deps = {
  readonly site: string;
  readonly version: string;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Buffer;
  readonly database: Database;
  readonly announcer: Announcer;
  readonly secrets: Secrets;
  readonly log: Logger;
  /** Where the data lives; null for a database in memory. */
  readonly dataDirectory: string | null;
  /** The built screens; null serves the API alone. */
  readonly pages: ProgramFolder | null;
};
