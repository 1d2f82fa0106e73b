import type { input as InputOf, output as OutputOf, ZodMiniType } from 'zod/mini';
import type { Problem as ProblemDocument } from '../../contract/problem.ts';
import type { Route } from '../../contract/route.ts';
import { Problem, Unreachable } from './problem.ts';

/** A part of the request as its schema wants it; absent where the route has no such part. */
type Part<Name extends string, Schema extends ZodMiniType> =
  unknown extends InputOf<Schema>
    ? { readonly [N in Name]?: never }
    : Record<never, never> extends InputOf<Schema>
      ? { readonly [N in Name]?: InputOf<Schema> }
      : { readonly [N in Name]: InputOf<Schema> };

export type CallInput<R> =
  R extends Route<infer Params, infer Query, infer Body, infer _Answer>
    ? Part<'params', Params> & Part<'query', Query> & Part<'body', Body>
    : never;

export type Answer<R> =
  R extends Route<infer _Params, infer _Query, infer _Body, infer A> ? OutputOf<A> : never;

export type AnyRoute = Pick<Route, 'name' | 'method' | 'path' | 'kind'> & {
  readonly bodyTypes?: readonly string[];
};

export type CallOptions = {
  /** The UUIDv7 of the tap; the same for every retry (O2). Every write needs one. */
  key?: string;
  signal?: AbortSignal;
  /** A file, for routes that take one instead of JSON. */
  file?: Blob;
};

type LooseInput = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
};

/** The address of a call, below `/api`. */
export function addressOf(route: AnyRoute, input: LooseInput = {}): string {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`;
}

/**
 * Calls a route of the contract once. Throws `Problem` for the server's refusals and faults, and
 * `Unreachable` when no answer came. For writes use `command`, which retries with one key.
 */
export async function call<R extends AnyRoute>(
  route: R,
  input: CallInput<R>,
  options: CallOptions = {},
): Promise<Answer<R>> {
  const loose = input as LooseInput; // the route's own schemas have typed it; here only its shape matters
  const headers = new Headers({ accept: 'application/json' });
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (options.signal) request.signal = options.signal;
  if (options.key !== undefined) headers.set('idempotency-key', options.key);
  if (options.file) {
    headers.set('content-type', fileType(route, options.file));
    request.body = options.file;
  } else if (loose.body !== undefined) {
    headers.set('content-type', 'application/json');
    request.body = JSON.stringify(loose.body);
  }
  const response = await reach(addressOf(route, loose), request);
  if (!response.ok) throw await problemOf(response);
  const text = await readText(response);
  return JSON.parse(text === '' ? '{}' : text) as Answer<R>; // the server answers by the same contract
}

function fileType(route: AnyRoute, file: Blob): string {
  const [first = 'application/octet-stream'] = route.bodyTypes ?? [];
  return route.bodyTypes?.includes(file.type) ? file.type : first;
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Unreachable('The till did not answer.', { cause: error });
  }
}

async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    // The answer broke off: the write may well be done, so only the same key may ask again.
    throw new Unreachable('The answer broke off.', { cause: error });
  }
}

async function problemOf(response: Response): Promise<Error> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return new Unreachable(`Something else answered: ${response.status}`);
  return new Problem(JSON.parse(await readText(response)) as ProblemDocument); // problem+json by contract
}
