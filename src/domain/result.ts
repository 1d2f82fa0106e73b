import type { RefusalCode } from './refusal.ts';

/** A refusal: an expected "no", with its code from the one catalogue and facts for its words. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  facts?: Readonly<Record<string, string | number>>,
): Result<never> {
  return { ok: false, refusal: facts ? { code, facts } : { code } };
}
