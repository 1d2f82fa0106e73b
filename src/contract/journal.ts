import * as z from 'zod/mini';
import { nothing } from './primitives.ts';
import { route } from './route.ts';

export const journalEntry = z.object({
  seq: z.int(),
  at: z.int(),
  type: z.string(),
  by: z.nullable(z.string()),
  content: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

export const listJournal = route({
  name: 'listJournal',
  method: 'GET',
  path: '/journal',
  summary: 'The journal, newest first, a page at a time.',
  access: 'journal.view',
  kind: 'read',
  query: z.strictObject({
    before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
    type: z.optional(z.string().check(z.regex(/^[a-z_]{1,40}$/))),
    orderId: z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/))),
  }),
  answer: z.object({ entries: z.array(journalEntry), more: z.nullable(z.int()) }),
});

const verification = z.object({
  whole: z.boolean(),
  entries: z.int(),
  head: z.nullable(z.object({ seq: z.int(), hash: z.string() })),
  /** The first entry that is wrong, and how. */
  firstBad: z.nullable(z.object({ seq: z.int(), problem: z.string() })),
  /** Tables that differ from what the journal says. */
  differences: z.array(z.object({ table: z.string(), key: z.string(), problem: z.string() })),
});
export type Verification = z.infer<typeof verification>;

export const verifyJournal = route({
  name: 'verifyJournal',
  method: 'POST',
  path: '/journal/verify',
  summary: 'Checks the whole chain and every table against it (J3, J4).',
  access: 'journal.view',
  kind: 'secret',
  body: nothing,
  answer: verification,
});

/** What the event stream sends: small facts, by which a screen knows what to fetch again. */
export const streamEvent = z.object({
  seq: z.int(),
  type: z.string(),
  orderId: z.nullable(z.string()),
});
export type StreamEvent = z.infer<typeof streamEvent>;

/** Its answer is a stream of server-sent events whose ids are journal sequences (S1). */
export const followEvents = route({
  name: 'followEvents',
  method: 'GET',
  path: '/events',
  summary: 'Server-sent events; resume with Last-Event-ID or ?after=.',
  access: 'signed_in',
  kind: 'read',
  query: z.strictObject({ after: z.optional(z.coerce.number().check(z.int(), z.gte(0))) }),
  answer: streamEvent,
});
