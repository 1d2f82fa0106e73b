import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { newId } from '../../src/server/new-id.ts';

/** An id such as the screens make. */
export function freshId(): string {
  return newId(Date.now(), randomBytes);
}

/**
 * Asks the API from inside a page, with its session and as its own origin: for laying things out
 * before a test, and for what no screen does.
 */
export async function ask(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<{ status: number; answer: unknown }> {
  const key = method === 'GET' ? null : freshId();
  return page.evaluate(
    async ([method, path, text, key]) => {
      const headers = {
        ...(key === null ? {} : { 'Idempotency-Key': key }),
        ...(text === null ? {} : { 'Content-Type': 'application/json' }),
      };
      const response = await fetch(`/api${path}`, {
        method,
        headers,
        ...(text === null ? {} : { body: text }),
      });
      return { status: response.status, answer: (await response.json()) as unknown };
    },
    [method, path, body === undefined ? null : JSON.stringify(body), key] as const,
  );
}

/** As `ask`, for what must succeed. */
export async function askOk<Answer>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const { status, answer } = await ask(page, method, path, body);
  if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer as Answer; // the caller names the contract's answer
}
