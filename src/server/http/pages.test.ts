import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProgramFolder } from '../program-files.ts';
import { openTestTill } from '../test-till.ts';
import type { TestTill } from '../test-till.ts';
import { buildApp } from './build-app.ts';

const files: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html>',
  'icon.svg': '<svg/>',
  'assets/till-a1b2.js': 'let till;',
  'api-page/swagger-ui.css': '',
  'api-page/swagger-ui-bundle.js': '',
};
const pages: ProgramFolder = {
  names: Object.keys(files),
  read: (name) => Buffer.from(files[name] ?? ''),
};

describe('the pages of the till', () => {
  let till: TestTill;
  let app: FastifyInstance;
  beforeAll(async () => {
    till = await openTestTill();
    app = await buildApp({ ...till.deps, pages });
  });
  afterAll(async () => {
    await app.close();
    await till.close();
  });
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers: { host: '127.0.0.1:4747', ...headers } });

  test.each(['/', '/orders/01', '/reports?from=2026-01-01'])(
    '%s is the application',
    async (url) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.body]).toEqual([200, '<!doctype html>']);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  test('a file named by its content is kept for ever, any other is asked about each time', async () => {
    const script = await get('/assets/till-a1b2.js');
    expect(script.headers['cache-control']).toContain('immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const icon = await get('/icon.svg');
    expect([icon.headers['cache-control'], icon.body]).toEqual(['no-cache', '<svg/>']);
    const again = await get('/icon.svg', { 'if-none-match': String(icon.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test.each([
    '/assets/other.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2findex.html',
    '/api/nothing',
  ])('%s is nothing that the till gives out', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('the page to browse the API loads its own files and nothing else', async () => {
    const page = await get('/api/docs');
    expect(page.statusCode).toBe(200);
    const loaded = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
    expect(loaded).toContain('/api-page/swagger-ui-bundle.js');
    for (const url of loaded) expect((await get(url)).statusCode, url).toBe(200);
  });
});
