/** Repeatable chance: the same seed gives the same sequence on every machine. */
export type Random = {
  readonly seed: string;
  /** From 0 up to, but not including, 1. */
  readonly fraction: () => number;
  /** A whole number from `least` to `most`, both possible. */
  readonly integer: (least: number, most: number) => number;
  /** True this often: `chance(0.1)` once in ten. */
  readonly chance: (likelihood: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** A sequence of its own, which depends on the seed and the label alone, not on what was drawn before. */
  readonly fork: (label: string | number) => Random;
};

/** Makes a sequence from a seed (mulberry32 over an FNV-1a hash of the seed). */
export function seededRandom(seed: string): Random {
  let state = hash(seed);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (least: number, most: number): number =>
    least + Math.floor(fraction() * (most - least + 1));
  return {
    seed,
    fraction,
    integer,
    chance: (likelihood) => fraction() < likelihood,
    pick: (choices) => {
      const chosen = choices[integer(0, choices.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  return state | 0;
}
