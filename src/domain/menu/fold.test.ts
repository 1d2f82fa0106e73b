import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { fold } from './fold.ts';

describe('searching the menu', () => {
  it.each([
    ['The Brie Carré Pizza', 'brie carre'],
    ['CRÈME BRÛLÉE', 'creme brulee'],
    ['İskender', 'iskender'],
    ['Ayran ılık', 'ayran ilik'],
    ['Weißbier, GROẞ', 'weissbier, gross'],
    ['Smørrebrød', 'smorrebrod'],
    ['Łosoś', 'losos'],
    ['Œuf & Æbleskiver', 'oeuf & aebleskiver'],
    ['  Pad\u00a0 Thai ', 'pad thai'],
    ['Ｆｕｌｌ width', 'full width'],
    ['辣子鸡', '辣子鸡'],
  ])('finds %j by typing %j', (name, typed) => {
    expect(fold(name)).toContain(fold(typed));
    expect(fold(name)).toContain(typed);
  });

  it('folds what is folded no further, so that stored and typed text always meet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('does not care how an accent is encoded', () => {
    expect(fold('cafe\u0301')).toBe(fold('caf\u00e9'));
  });
});
