import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['Maya', 'MA'],
  ['Marco', 'MO'],
  ['Maya Lind', 'ML'],
  ['  Anna  Maria Rossi ', 'AM'],
  ['Q', 'Q'],
  ['😀 Zoe', '😀Z'],
  ['', ''],
])('the initials of “%s” are “%s”', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
