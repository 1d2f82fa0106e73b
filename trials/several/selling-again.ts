import { setTimeout as sleep } from 'node:timers/promises';
import type { Terminal } from '../killed/terminal.ts';

const longestWaitMs = 40_000;
const writesToBelieve = 3;
/** Answers that were on their way already do not show that anybody sells. */
const onTheirWayMs = 1_000;

/**
 * Waits until every terminal sells again after something broke at `brokenAt`; answers the longest time in
 * which no terminal got an answer, in milliseconds.
 */
export async function sellingAgain(
  terminals: readonly Terminal[],
  brokenAt: number,
): Promise<number> {
  const since = (terminal: Terminal, at: number): number[] =>
    terminal.acknowledged.map((each) => each.at).filter((each) => each > at);
  // One that was answered wrongly has failed already, and there is nothing to wait for.
  const isSelling = (terminal: Terminal): boolean =>
    terminal.wrong.length > 0 || since(terminal, brokenAt + onTheirWayMs).length >= writesToBelieve;
  while (!terminals.every(isSelling) && performance.now() < brokenAt + longestWaitMs) {
    await sleep(50);
  }
  const answers = terminals.flatMap((terminal) => since(terminal, brokenAt)).sort((a, b) => a - b);
  return [...answers, performance.now()].reduce(
    ({ longest, last }, at) => ({ longest: Math.max(longest, at - last), last: at }),
    { longest: 0, last: brokenAt },
  ).longest;
}
