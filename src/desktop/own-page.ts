import type { ServerState } from './server-states.ts';
import type { Words } from './words.ts';
import { ownOrigin, ownScheme } from './own-addresses.ts';

/** No script, nothing from elsewhere; a button may ask for an own action and nothing more. */
export const ownPagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  `form-action ${ownScheme}:`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page that stands in for the till: it is starting, or cannot, and then says what to do. */
export function ownPage(state: ServerState, log: readonly string[], words: Words): string {
  return state.is === 'failed' ? troublePage(state, log, words) : startingPage(words);
}

function startingPage(words: Words): string {
  return page(words, `<p class="Starting" role="status">${escaped(words.starting)}</p>`);
}

function troublePage(
  { trouble, sentence }: ServerState & { is: 'failed' },
  log: readonly string[],
  words: Words,
): string {
  const { title, safe, cure } = words.troubles[trouble];
  const said = [sentence, ...log].filter((line) => line !== '');
  return page(
    words,
    `<section class="Panel" role="alert" aria-labelledby="title">
      <img src="/icon.svg" alt="" width="56" height="56" />
      <h1 id="title">${escaped(title)}</h1>
      <p class="Safe">${escaped(safe)}</p>
      <ul>${cure.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>
      ${said.length === 0 ? '' : saidBlock(said, words)}
      <div class="Actions">
        ${button('try-again', words.tryAgain, 'autofocus class="Main"')}
        ${button('quit', words.quit, '')}
      </div>
    </section>`,
  );
}

function saidBlock(said: readonly string[], words: Words): string {
  return `<h2>${escaped(words.said)}</h2><pre dir="ltr" tabindex="0">${escaped(said.join('\n'))}</pre>`;
}

function button(action: string, label: string, attributes: string): string {
  return `<form action="${ownOrigin}/do/${action}"><button ${attributes}>${escaped(label)}</button></form>`;
}

function page(words: Words, content: string): string {
  return `<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="dark light" />
    <title>ArmorPOS</title>
    <link rel="stylesheet" href="/own-page.css" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
  </head>
  <body>
    <main>${content}</main>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
