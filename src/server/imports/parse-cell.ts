import type { Delimiter } from './csv.ts';

/** A cell's value, or a sentence that says what is wrong with it. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Wrong;
export type Wrong = { readonly ok: false; readonly reason: string };

export function wrong(reason: string): Wrong {
  return { ok: false, reason };
}

/** How the file writes amounts: with a point, or also with a comma where semicolons part the cells. */
export type AmountFormat = { readonly delimiter: Delimiter; readonly exponent: number };

/** As the contract's `price`: no bill of such amounts passes 2^53−1 (M1). */
const largestAmount = 10_000_000_000;

/** A decimal to minor units, digit by digit and never through a float (M1). */
export function parseAmount(text: string, format: AmountFormat): Parsed<number> {
  const found = (format.delimiter === ';' ? withComma : withPoint).exec(text);
  if (!found) return wrong(notAnAmount(text, format));
  const [, whole = '', decimals = ''] = found;
  if (decimals.length > format.exponent) {
    return wrong(
      format.exponent === 0
        ? 'The currency has no decimals.'
        : `The currency has ${format.exponent} decimals.`,
    );
  }
  const minor = Number(whole + decimals.padEnd(format.exponent, '0'));
  if (minor > largestAmount) return wrong('That is larger than the till takes.');
  return { ok: true, value: minor };
}

const withPoint = /^(\d+)(?:\.(\d+))?$/;
const withComma = /^(\d+)(?:[.,](\d+))?$/;

function notAnAmount(text: string, { delimiter, exponent }: AmountFormat): string {
  if (text === '') return 'An amount is missing.';
  if (/^[-−]\s*\d/.test(text)) return 'An amount must not be below 0.';
  const example = exponent === 0 ? '1250' : `12.${'5'.padEnd(exponent, '0')}`;
  const comma = delimiter !== ';' && text.includes(',') ? ', with a point and no thousands' : '';
  return `That is not an amount. Write it like ${example}${comma}.`;
}

/** A whole number from `least` to `most`, written in digits. */
export function parseWhole(text: string, least: number, most: number): Parsed<number> {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (value === undefined || value < least || value > most) {
    return wrong(`That is not a whole number from ${least} to ${most}.`);
  }
  return { ok: true, value };
}

/** One line of text; an empty one is refused where `least` is 1. */
export function parseText(text: string, least: 0 | 1, most: number): Parsed<string> {
  if (text.length < least) return wrong('This must not be empty.');
  if (text.length > most) return wrong(`This is longer than ${most} characters.`);
  return { ok: true, value: text };
}
