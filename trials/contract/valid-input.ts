import * as z from 'zod/mini';
import type { Route } from '../../src/contract/route.ts';

export type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
};

/** Words of every shape that the contract knows; the first that a field takes is used. */
const words = [
  'a1',
  '1234',
  '04:00',
  'EUR',
  'DE',
  '2026-03-13',
  '019ce827-2348-7db4-a6d1-4d0db8a13117',
  'f'.repeat(64),
  'signed_in',
  'ABCD-EFGH-JKMN',
];

export type PlainInput = {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Undefined where the route takes none; bytes where it takes a file. */
  readonly body: unknown;
};

/** What a part of a route's input looks like, for a trial to walk; undefined where there is none. */
export function jsonSchemaOf(schema: z.ZodMiniType | undefined): JsonSchema | undefined {
  // `unrepresentable` covers coerced numbers, which take any text.
  return schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

/**
 * An input that the route's own schemas take, made from those schemas, so that a new route is attacked
 * without anybody thinking of it. Throws where a schema has outgrown this.
 */
export function validInput(route: Route): PlainInput {
  return {
    params: partOf(route, route.params) as PlainInput['params'],
    query: partOf(route, route.query) as PlainInput['query'],
    body: route.bodyTypes ? Buffer.from('not,a,file\n') : route.body && partOf(route, route.body),
  };
}

function partOf(route: Route, schema: z.ZodMiniType | undefined): unknown {
  const json = jsonSchemaOf(schema);
  if (!schema || !json) return {};
  const value = valueOf(json);
  if (schema.safeParse(value).success) return value;
  throw new Error(
    `${route.name}: nothing could be made that it takes; got ${JSON.stringify(value)}`,
  );
}

function valueOf(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return schema.anyOf.map(valueOf).find((value) => value !== null) ?? null;
  switch (schema.type) {
    case 'object': {
      const required = new Set(schema.required);
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => required.has(name))
          .map(([name, field]) => [name, valueOf(field)]),
      );
    }
    case 'array':
      return schema.minItems && schema.items ? [valueOf(schema.items)] : [];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return words.find((word) => isTaken(schema, word)) ?? '';
    default:
      return null;
  }
}

function isTaken({ pattern, minLength = 0, maxLength = 1_000 }: JsonSchema, word: string): boolean {
  if (word.length < minLength || word.length > maxLength) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(word);
}
