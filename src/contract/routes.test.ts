import { describe, expect, it } from 'vitest';
import { permissions } from '../domain/permission.ts';
import { handlers } from '../server/handlers.ts';
import { apiDocument } from '../server/http/api-document.ts';
import { routes } from './routes.ts';

/** Its handler is the event stream itself, registered beside the others. */
const streamed = new Set(['followEvents']);
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; required: boolean }[];
  readonly requestBody?: object;
  readonly security?: object[];
};

describe('the contract', () => {
  it('has routes of every feature, each with a name and an address of its own', () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(new Set(routes.map((route) => route.name)).size).toBe(routes.length);
    const addresses = routes.map((route) => `${route.method} ${route.path}`);
    expect(new Set(addresses).size).toBe(routes.length);
  });

  it('every route has exactly one handler, of its own kind', () => {
    const handled = handlers.map((handler) => handler.route.name).sort();
    const wanted = routes.map((route) => route.name).filter((name) => !streamed.has(name));
    expect(handled).toEqual(wanted.sort());
    for (const handler of handlers) expect(handler.kind).toBe(handler.route.kind);
  });

  it('U2: every route says who may call it', () => {
    const known = new Set<string>([...permissions, 'signed_in', 'anyone']);
    for (const route of routes) expect(known, route.name).toContain(route.access);
    expect(
      routes
        .filter((route) => route.access === 'anyone')
        .map((route) => route.name)
        .sort(),
    ).toEqual(['getCountries', 'getHealth', 'getWelcome', 'recover', 'setUp', 'signIn', 'signOut']);
  });

  it('GET reads, and nothing else does', () => {
    for (const route of routes) {
      expect(route.kind === 'read', route.name).toBe(route.method === 'GET');
      if (route.method === 'GET') expect(route.body, route.name).toBeUndefined();
    }
  });

  it('O2: what changes anything is a command, but for signing in and out and checking', () => {
    expect(
      routes
        .filter((route) => route.kind === 'secret')
        .map((route) => route.name)
        .sort(),
    ).toEqual([
      'changeOwnPin',
      'keepSession',
      'newRecoveryCode',
      'recover',
      'setUp',
      'signIn',
      'signOut',
      'verifyJournal',
    ]);
  });

  it('every parameter of an address has its schema', () => {
    for (const route of routes) {
      const named = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
      const declared = route.params ? Object.keys(shapeOf(route.params)) : [];
      expect(declared.sort(), route.name).toEqual(named.sort());
    }
  });

  it('the API document lists every route with its body, its parameters and its key', () => {
    const { paths } = apiDocument('1.0.0') as {
      paths: Record<string, Record<string, Operation>>;
    };
    const listed = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(listed.map((operation) => operation.operationId).sort()).toEqual(
      routes.map((route) => route.name).sort(),
    );
    for (const route of routes) {
      const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
      const operation = paths[path]?.[route.method.toLowerCase()];
      expect(operation?.operationId).toBe(route.name);
      const parameters = operation?.parameters?.map((parameter) => parameter.name) ?? [];
      expect(parameters.includes('Idempotency-Key'), route.name).toBe(route.kind === 'command');
      for (const name of Object.keys(route.params ? shapeOf(route.params) : {})) {
        expect(parameters, route.name).toContain(name);
      }
      const hasBody = route.body !== undefined || route.bodyTypes !== undefined;
      expect(operation?.requestBody !== undefined, route.name).toBe(hasBody);
      expect(operation?.security !== undefined, route.name).toBe(route.access !== 'anyone');
    }
  });
});

function shapeOf(schema: object): object {
  // The contract's parameters are all plain objects, which zod shows by their shape.
  return (schema as { def: { shape: object } }).def.shape;
}
