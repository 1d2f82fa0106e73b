import type { RefusalCode } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';

/** Carries a refusal out of a transaction, which rolls back; answered with its catalogue status. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>> | undefined;
  readonly fields: readonly { path: string; message: string }[] | undefined;

  constructor(
    code: RefusalCode,
    facts?: Readonly<Record<string, string | number>>,
    fields?: readonly { path: string; message: string }[],
  ) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.fields = fields;
  }
}

/** The value of a domain decision, or its refusal thrown. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(result.refusal.code, result.refusal.facts);
}
