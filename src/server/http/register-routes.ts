import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { uuidv7 } from '../../contract/primitives.ts';
import type { Route } from '../../contract/route.ts';
import { loadWho } from '../access/session.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Handler, Input } from './handler.ts';
import { demand, runCommand } from './run-command.ts';
import { terminalOf, tokenOf, writeToken } from './cookies.ts';

const usualBodyLimit = 64 * 1024;

/** Registers one contract route with its handler: checks the input, then who asks, then runs it. */
export function registerRoute(app: FastifyInstance, deps: Deps, handler: Handler): void {
  const { route } = handler;
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    bodyLimit: route.bodyLimit ?? usualBodyLimit,
    handler: (request, reply) => answer(deps, handler, request, reply),
  });
}

async function answer(
  deps: Deps,
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { route } = handler;
  const terminal = terminalOf(deps, request, reply);
  const token = tokenOf(request);
  if (handler.kind === 'command') {
    const { key, input } = await commandInput(deps, route, request, terminal, token);
    const text = await runCommand(deps, handler, input, token, key);
    return reply.type('application/json').send(text);
  }
  if (handler.kind === 'secret') {
    if (route.access !== 'anyone') {
      demand(await deps.database.read((tx) => loadWho(deps, tx, token)), route.access);
    }
    const value = await handler.run(
      { deps, token, setToken: (made) => writeToken(reply, made) },
      checked(route, request, terminal),
    );
    return reply.header('cache-control', 'no-store').send(value);
  }
  return deps.database.read(async (tx) => {
    const who = route.access === 'anyone' ? undefined : await loadWho(deps, tx, token);
    if (who) demand(who, route.access);
    const value = await handler.run({ deps, tx, who }, checked(route, request, terminal));
    return sendRead(reply, value);
  });
}

async function commandInput(
  deps: Deps,
  route: Route,
  request: FastifyRequest,
  terminal: string,
  token: string | undefined,
): Promise<{ key: string; input: Input<never, never, never> }> {
  try {
    return { key: idempotencyKey(request), input: checked(route, request, terminal) };
  } catch (error) {
    // Who nobody is learns nothing, not even which of their fields are wrong.
    await deps.database.read((tx) => loadWho(deps, tx, token));
    throw error;
  }
}

/** A read that answers bytes rather than JSON. */
export class Bytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  constructor(bytes: Uint8Array, mediaType: string) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }
}

function sendRead(reply: FastifyReply, value: unknown): FastifyReply {
  if (!(value instanceof Bytes)) return reply.header('cache-control', 'no-store').send(value);
  return reply
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(value.mediaType)
    .send(Buffer.from(value.bytes));
}

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  const parsed = uuidv7.safeParse(key);
  if (!parsed.success) throw new Refused('key_missing');
  return parsed.data;
}

function checked(
  route: Route,
  request: FastifyRequest,
  terminal: string,
): Input<never, never, never> {
  const fields: { path: string; message: string }[] = [];
  const check = (schema: z.ZodMiniType | undefined, value: unknown, at: string): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      fields.push({ path: [at, ...issue.path].join('.'), message: issue.message });
    }
    return undefined;
  };
  const input = {
    params: check(route.params, request.params, 'path'),
    query: check(route.query, request.query, 'query'),
    body: route.bodyTypes
      ? bytesOf(route.bodyTypes, request)
      : check(route.body, request.body ?? {}, 'body'),
    terminal,
    mediaType: mediaTypeOf(request),
  };
  if (!route.bodyTypes && !route.body && hasBody(request)) {
    fields.push({ path: 'body', message: 'This route takes no body.' });
  }
  if (!route.query && Object.keys(request.query as object).length > 0) {
    fields.push({ path: 'query', message: 'This route takes no query.' });
  }
  if (fields.length > 0) throw new Refused('malformed', undefined, fields.slice(0, 20));
  // The route's own schemas have just checked the shapes that its handler declares.
  return input as Input<never, never, never>;
}

function hasBody(request: FastifyRequest): boolean {
  const { body } = request;
  return body !== undefined && body !== null && Object.keys(body).length > 0;
}

function bytesOf(bodyTypes: readonly string[], request: FastifyRequest): Buffer {
  const { body } = request;
  if (!Buffer.isBuffer(body) || !bodyTypes.includes(mediaTypeOf(request))) {
    throw new Refused('media_type');
  }
  return body;
}

function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
