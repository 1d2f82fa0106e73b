import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Route } from '../../src/contract/route.ts';
import { validInput } from './valid-input.ts';

type Headers = Readonly<Record<string, string>>;

/** The address and body of a request that a route takes, ready to be sent or spoiled. */
export type PlainRequest = {
  readonly method: Route['method'] | 'HEAD';
  readonly url: string;
  readonly headers: Headers;
  readonly payload: string | Buffer | undefined;
};

export function requestFor(route: Route, key: string): PlainRequest {
  const { params, query, body } = validInput(route);
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => String(params[name]));
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString();
  return {
    method: route.method,
    url: `/api${path}${search ? `?${search}` : ''}`,
    headers: {
      host: '127.0.0.1:4747',
      ...(route.method === 'GET' ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': route.bodyTypes?.[0] ?? 'application/json' }),
    },
    payload: body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  };
}

export function sendRequest(
  app: FastifyInstance,
  { method, url, headers, payload }: PlainRequest,
  more: Headers = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method,
    url,
    headers: { ...headers, ...more },
    ...(payload === undefined ? {} : { payload }),
  });
}

/** The code of a refusal; empty for any other answer. */
export function codeOf(answer: LightMyRequestResponse): string {
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return '';
  return answer.json<{ code: string }>().code;
}
