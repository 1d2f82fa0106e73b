import type * as z from 'zod/mini';
import type { Permission } from '../domain/permission.ts';

/**
 * Who may call a route: a permission, anybody signed in, or anybody at all. There is no default, so
 * that a route without one does not compile.
 */
export type Access = Permission | 'signed_in' | 'anyone';

export type Route<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `:name` for each parameter, below `/api`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /**
   * `command`: a write with an Idempotency-Key, journaled (O2). `secret`: a write whose answer must not
   * be stored, such as signing in. Reads are GET.
   */
  readonly kind: 'read' | 'command' | 'secret';
  /** Bytes that the body may have; 64 KiB unless said. */
  readonly bodyLimit?: number;
  /** The body's media types where it is not JSON; it then arrives as bytes. */
  readonly bodyTypes?: readonly string[];
};

/** Declares a route once, for the server, the screens and the API document. */
export function route<
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Answer extends z.ZodMiniType,
>(definition: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return definition;
}
