import * as z from 'zod/mini';
import { refusals } from '../domain/refusal.ts';
import type { RefusalCode } from '../domain/refusal.ts';

/** How every refusal and fault is answered: application/problem+json (RFC 9457). */
export const problem = z.object({
  code: z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]),
  status: z.int(),
  title: z.string(),
  /** Stands in the log beside what happened. */
  reference: z.string(),
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
});

export type Problem = z.infer<typeof problem>;
