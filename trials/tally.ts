import type { Outcome } from './trial.ts';

const shownFailures = 8;

/** Counts what held and what did not, and says the first failures aloud. */
export class Tally {
  #passed = 0;
  #failed = 0;
  readonly #log: (text: string) => void;

  constructor(log: (text: string) => void) {
    this.#log = log;
  }

  get failed(): number {
    return this.#failed;
  }

  /** One check; `words` are only made where it fails. */
  check(held: boolean, words: () => string): void {
    if (held) {
      this.#passed += 1;
      return;
    }
    this.#failed += 1;
    if (this.#failed <= shownFailures) this.#log(`✗ ${words()}`);
  }

  /** Two things that must be the same, compared by their JSON. */
  same(what: string, found: unknown, expected: unknown): void {
    const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
    this.check(left === right, () => `${what}: found ${left}, expected ${right}`);
  }

  outcome(figures: Outcome['figures'], details?: readonly string[]): Outcome {
    return {
      passed: this.#passed,
      failed: this.#failed,
      figures,
      ...(details ? { details } : {}),
    };
  }
}
