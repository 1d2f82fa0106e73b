import { styleText } from 'node:util';
import { ms } from './timings.ts';
import type { Timings } from './timings.ts';

let missed = 0;

/** How many goals were missed so far. */
export function missedGoals(): number {
  return missed;
}

export function heading(text: string): void {
  console.log(`\n${styleText('bold', text)}`);
}

export function say(what: string, measured: string): void {
  console.log(`  ${what.padEnd(42)} ${measured}`);
}

export function show(what: string, { p50, p99, slowest, perSecond }: Timings, unit = ''): void {
  const rate = `${perSecond.toFixed(0)}${unit ? ` ${unit}` : ''}/s`;
  say(
    what,
    `p50 ${ms(p50).padEnd(9)} p99 ${ms(p99).padEnd(9)} slowest ${ms(slowest).padEnd(9)} ${rate}`,
  );
}

export function goal(what: string, measured: string, wanted: string, isMet: boolean): void {
  if (!isMet) missed += 1;
  const verdict = isMet ? styleText('green', 'met') : styleText('red', 'MISSED');
  say(what, `${measured.padEnd(14)} goal ${wanted.padEnd(12)} ${verdict}`);
}
