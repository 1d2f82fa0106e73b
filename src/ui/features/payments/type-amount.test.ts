import { expect, test } from 'vitest';
import type { KeypadKey } from '../../kit/Keypad.tsx';
import { typeAmount } from './type-amount.ts';

const typed = (...keys: KeypadKey[]) => keys.reduce(typeAmount, '');

test('M1: figures are minor units from the right', () => {
  expect(typed('4', '2', '7', '0')).toBe('4270');
  expect(typed('5', '00')).toBe('500');
});

test('noughts in front are nothing yet', () => {
  expect(typed('0', '00', '5')).toBe('5');
  expect(typed('0')).toBe('');
});

test('delete takes the last figure, also of nothing', () => {
  expect(typed('4', '2', 'delete')).toBe('4');
  expect(typed('delete')).toBe('');
});

test('M1: an amount too long to be meant is not typed further', () => {
  expect(typed(...Array.from({ length: 12 }, (): KeypadKey => '9'))).toBe('999999999');
});
