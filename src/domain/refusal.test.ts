import { describe, expect, it } from 'vitest';
import { refusals } from './refusal.ts';

describe('the catalogue of refusals', () => {
  it.each(Object.entries(refusals))(
    '%s: a status that says no, and a sentence',
    (code, refusal) => {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(refusal.status).toBeGreaterThanOrEqual(400);
      expect(refusal.status).toBeLessThan(600);
      expect(refusal.title).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('says each thing once', () => {
    const titles = Object.values(refusals).map((each) => each.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
