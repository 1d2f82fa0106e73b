import type { Engine } from '../src/server/test-database.ts';
import type { Random } from './random.ts';

/** `always` is what CI runs at every change, `deep` what is run before a release. */
export type Size = 'always' | 'deep';

export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  /** What was measured, in the order in which it is printed. */
  readonly figures: Readonly<Record<string, string | number>>;
  /** What --verbose prints besides, such as a whole matrix. */
  readonly details?: readonly string[];
};

export type Run = (
  size: Size,
  random: Random,
  log: (text: string) => void,
  engine: Engine,
) => Promise<Outcome>;

/**
 * One trial: a module `trials/rNN-what.ts`, `aNN-what.ts` or `cNN-what.ts` exports it as `trial`. The same
 * size and seed must do the same thing again. What fails is logged so that it can be understood from
 * the log alone.
 */
export type Trial = {
  readonly id: string;
  readonly title: string;
  /** Each of these in turn; SQLite alone where it says nothing. */
  readonly engines?: readonly Engine[];
  readonly run: Run;
  /** The negative control: the same trial with the protection taken away. It must fail. */
  readonly control?: Run;
};
