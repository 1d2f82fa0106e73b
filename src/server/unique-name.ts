import { Refused } from './refused.ts';

/** Whether people would take two names for one: case and ways of writing an accent do not tell them apart. */
export function isSameName(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** What two names have in common that people would take for one. */
export function comparable(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Refusal: name_taken, where one of the others has this name. */
export function refuseTakenName(name: string, others: readonly string[]): void {
  if (!others.some((other) => isSameName(name, other))) return;
  throw new Refused('name_taken', { name }, [
    { path: 'body.name', message: 'This name is already used.' },
  ]);
}
