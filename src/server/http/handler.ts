import type * as z from 'zod/mini';
import type { Route } from '../../contract/route.ts';
import type { Deps } from '../deps.ts';
import type { Reading, Tx } from '../db/engine.ts';
import type { Who } from '../access/session.ts';

/** What a route was asked, checked against its schemas. Bodies that are not JSON arrive as bytes. */
export type Input<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The device that asks, known by its own cookie. */
  readonly terminal: string;
  /** What the body was sent as, such as image/png; empty where there is none. */
  readonly mediaType: string;
};

/** What a command works with: everything in `tx` commits together, or not at all. */
export type CommandContext = {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly who: Who;
  /** The instant of the command, UTC milliseconds. */
  readonly at: number;
};

export type ReadContext = {
  readonly deps: Deps;
  readonly tx: Reading;
  readonly who: Who | undefined;
};

/** The cookies and headers of a route that signs in or out. */
export type SecretContext = {
  readonly deps: Deps;
  readonly token: string | undefined;
  setToken(token: string | undefined): void;
};

export type Handler =
  | {
      readonly kind: 'read';
      readonly route: Route;
      readonly run: (context: ReadContext, input: Input<never, never, never>) => Promise<unknown>;
    }
  | {
      readonly kind: 'command';
      readonly route: Route;
      /** Slow work before the transaction, such as hashing a PIN. */
      readonly prepare?: (
        deps: Deps,
        input: Input<never, never, never>,
        who: Who,
      ) => Promise<unknown>;
      readonly run: (
        context: CommandContext,
        input: Input<never, never, never>,
        ready: never,
      ) => Promise<unknown>;
    }
  | {
      readonly kind: 'secret';
      readonly route: Route;
      readonly run: (context: SecretContext, input: Input<never, never, never>) => Promise<unknown>;
    };

type Typed<P extends z.ZodMiniType, Q extends z.ZodMiniType, B extends z.ZodMiniType> = Input<
  z.output<P>,
  z.output<Q>,
  z.output<B>
>;

/** Binds a read to its route; `who` is there unless the route is for anyone. */
export function reads<
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  A extends z.ZodMiniType,
>(
  route: Route<P, Q, B, A>,
  run: (context: ReadContext, input: Typed<P, Q, B>) => Promise<z.input<A>>,
): Handler {
  return { kind: 'read', route, run };
}

/** Binds a command to its route. It runs at most once for each Idempotency-Key (O2). */
export function commands<
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  A extends z.ZodMiniType,
>(
  route: Route<P, Q, B, A>,
  run: (context: CommandContext, input: Typed<P, Q, B>) => Promise<z.input<A>>,
): Handler {
  return { kind: 'command', route, run };
}

/** As `commands`, with slow work done before the transaction. */
export function commandsAfter<
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  A extends z.ZodMiniType,
  Ready,
>(
  route: Route<P, Q, B, A>,
  prepare: (deps: Deps, input: Typed<P, Q, B>, who: Who) => Promise<Ready>,
  run: (context: CommandContext, input: Typed<P, Q, B>, ready: Ready) => Promise<z.input<A>>,
): Handler {
  return { kind: 'command', route, prepare, run };
}

/** Binds a route that handles secrets: it makes its own transactions and its answer is never stored. */
export function handlesSecrets<
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  A extends z.ZodMiniType,
>(
  route: Route<P, Q, B, A>,
  run: (context: SecretContext, input: Typed<P, Q, B>) => Promise<z.input<A>>,
): Handler {
  return { kind: 'secret', route, run };
}
