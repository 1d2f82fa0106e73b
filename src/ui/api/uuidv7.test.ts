import { describe, expect, test } from 'vitest';
import { uuidv7 as wire } from '../../contract/primitives.ts';
import { uuidv7 } from './uuidv7.ts';

describe('the key of a tap', () => {
  test('O2: is a UUIDv7 as the server takes it', () => {
    expect(wire.safeParse(uuidv7()).success).toBe(true);
  });

  test('carries its moment first, so that later keys sort later', () => {
    expect(uuidv7(0x0193_6e5b_1234).startsWith('01936e5b-1234-7')).toBe(true);
    expect(uuidv7(1000) < uuidv7(2000)).toBe(true);
  });

  test('two taps in one millisecond differ', () => {
    expect(uuidv7(1000)).not.toBe(uuidv7(1000));
  });
});
