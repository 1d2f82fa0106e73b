import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { refusals } from '../../domain/refusal.ts';
import { problem } from '../../contract/problem.ts';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { registerApiPage } from './api-page.ts';

type JsonObject = { [name: string]: unknown };

/** The OpenAPI document, made from the routes themselves. */
export function apiDocument(version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ArmorPOS',
      version,
      description:
        'Amounts are whole minor units of the site’s currency, rates parts per million, instants UTC ' +
        'milliseconds. Sign in with POST /api/session; the session is a cookie.\n\nRefusals:\n\n' +
        Object.entries(refusals)
          .map(([code, { status, title }]) => `- \`${code}\` (${status}): ${title}`)
          .join('\n'),
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'armorpos_session' } },
    },
  };
}

function operation(route: Route): JsonObject {
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(route.kind === 'command'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'A UUIDv7 made once for this command and kept for its retries.',
            schema: { type: 'string', format: 'uuid' },
          },
        ]
      : []),
  ];
  const content = route.bodyTypes
    ? Object.fromEntries(
        route.bodyTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      )
    : route.body && { 'application/json': { schema: jsonSchema(route.body) } };
  return {
    operationId: route.name,
    summary: route.summary,
    description: `Who: ${route.access}.`,
    tags: [route.path.split('/')[1]],
    ...(route.access === 'anyone' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: jsonSchema(route.answer, 'output') } },
      },
      default: {
        description: 'Refused, or failed.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function parametersOf(schema: z.ZodMiniType | undefined, place: 'path' | 'query'): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output' = 'input'): JsonObject {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
}

/** Serves the document and a page to browse it. */
export function registerDocument(app: FastifyInstance, deps: Deps): void {
  const document = apiDocument(deps.version);
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send(document),
  );
  registerApiPage(app);
}
