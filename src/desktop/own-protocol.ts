import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnPage } from './own-addresses.ts';
import { ownPagePolicy } from './own-page.ts';

const files: Readonly<Record<string, string>> = {
  '/own-page.css': 'text/css; charset=utf-8',
  '/icon.svg': 'image/svg+xml',
};

/**
 * Answers for `armorpos://desktop/…`: one page and the two files that it loads, by name. A scheme of its
 * own instead of file://, whose pages may read whatever the user may.
 */
export function answerOwnRequest(folder: string, page: () => string) {
  return (request: { readonly url: string }): Response => {
    const path = isOwnPage(request.url) ? new URL(request.url).pathname : '';
    if (path === '/') return answer('text/html; charset=utf-8', page());
    const type = files[path];
    return type
      ? answer(type, readFileSync(join(folder, path)))
      : new Response(null, { status: 404, headers: { 'content-security-policy': ownPagePolicy } });
  };
}

function answer(type: string, body: string | Buffer<ArrayBuffer>): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': ownPagePolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
