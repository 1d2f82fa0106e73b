import * as z from 'zod/mini';
import type { Money } from '../domain/money.ts';

/** Whole minor units (M1). The cast adds the domain's brand; the check is the integer's. */
export const amount = z.int() as unknown as z.ZodMiniType<Money, number>;
/** An amount that cannot be negative; at most 10^10 minor units, so that no bill passes 2^53−1 (M1). */
export const price = z.int().check(z.gte(0), z.lte(10_000_000_000)) as unknown as z.ZodMiniType<
  Money,
  number
>;
export const ratePpm = z.int().check(z.gte(0), z.lte(1_000_000));
export const instant = z.int();
export const position = z.int().check(z.gte(0), z.lte(1_000_000));

/** Ids are made by whoever makes the thing: UUIDs in lower case, or the short words a site starts with. */
export const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/));
export const uuidv7 = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

// NUL and other control characters have no place in a name; a lone surrogate is not text at all.
const clean = /^[^\p{Cc}\p{Cs}]*$/u;
const cleanLines = /^(?:[^\p{Cc}\p{Cs}]|\n)*$/u;

/** One line of text without control characters, trimmed, of 1 to `most` characters. */
export function name(most = 120): z.ZodMiniType<string, string> {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(clean));
}
/** As `name`, but may be empty. */
export function text(most: number): z.ZodMiniType<string, string> {
  return z.string().check(z.trim(), z.maxLength(most), z.regex(clean));
}
/** As `text`, over several lines. */
export function lines(most: number): z.ZodMiniType<string, string> {
  return z.string().check(z.trim(), z.maxLength(most), z.regex(cleanLines));
}

export const pin = z.string().check(z.regex(/^[0-9]{4,8}$/, 'A PIN is 4 to 8 digits.'));
export const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Write a date as YYYY-MM-DD.'));
export const nothing = z.strictObject({});
