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

export type Run = (size: Size, random: Random, log: (text: string) => void) => Promise<Outcome>;

/**
 * One trial: a module `trials/rNN-what.ts` or `trials/aNN-what.ts` exports it as `trial`. The same
 * size and seed must do the same thing again. What fails is logged so that it can be understood from
 * the log alone.
 */
export type Trial = {
  readonly id: string;
  readonly title: string;
  readonly run: Run;
  /** The negative control: the same trial with the protection taken away. It must fail. */
  readonly control?: Run;
};
