import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownActions } from './own-addresses.ts';
import { ownPage } from './own-page.ts';
import { troubles } from './server-states.ts';
import { wordsFor } from './words.ts';
import { arabic } from './words-ar.ts';
import { english } from './words-en.ts';

describe('the screen in place of the till', () => {
  it('says that it is starting', () => {
    const starting = { is: 'starting', crashes: 0, address: null } as const;
    expect(ownPage(starting, [], english)).toContain('The till is starting');
  });

  it('X4: tells each trouble with what is safe and what to do, in both languages', () => {
    for (const words of [english, arabic]) {
      for (const trouble of troubles) {
        const page = ownPage({ is: 'failed', trouble, sentence: '' }, [], words);
        const { title, safe, cure } = words.troubles[trouble];
        for (const text of [title, safe, ...cure, words.tryAgain, words.quit]) {
          expect(page).toContain(text);
        }
        expect(page).toContain(`<html lang="${words.language}" dir="${words.direction}">`);
        for (const action of ownActions) {
          expect(page).toContain(`action="armorpos://desktop/do/${action}"`);
        }
      }
    }
  });

  it('shows what the server said, as text and never as markup', () => {
    const page = ownPage(
      { is: 'failed', trouble: 'other', sentence: '<script>alert("1")</script>' },
      ['a & b'],
      english,
    );
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\na &amp; b');
    expect(page).not.toContain('<script');
  });

  it('speaks the first of a person’s languages that it knows', () => {
    expect(wordsFor(['de-DE', 'ar-EG', 'en-US'])).toBe(arabic);
    expect(wordsFor(['en-GB', 'ar'])).toBe(english);
    expect(wordsFor(['fr'])).toBe(english);
  });

  it('has the colours of the till, which it cannot ask for them', () => {
    const till = tokens('../ui/theme/tokens.css');
    const own = tokens('own-page/own-page.css');
    expect(own.length).toBeGreaterThan(20);
    for (const token of own) expect(till).toContain(token);
  });
});

/** Each custom property of a stylesheet with its value, as often as it is set: once for each theme. */
function tokens(file: string): string[] {
  const css = readFileSync(join(import.meta.dirname, file), 'utf8');
  return css.match(/--[\w-]+: [^;]+;/g) ?? [];
}
