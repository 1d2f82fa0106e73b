import type { OrderState } from '../../contract/orders.ts';
import { asksForPatience, Problem } from '../api/problem.ts';
import { dependsOn } from './order-command.ts';
import type { OrderCommand } from './order-command.ts';

export type RefusedCommand = {
  readonly id: string;
  readonly command: OrderCommand;
  readonly error: Error;
};

/** What a screen sees of a queue; a new object with every change. */
export type QueueView = {
  /** The order that the server knows; another one than asked for where the table already had one (O5). */
  readonly orderId: string;
  readonly pending: readonly OrderCommand[];
  /** Why what is pending is not saved yet, and being tried again; null while all goes well. */
  readonly stalledBy: Error | null;
  /** Whose taps these are, where somebody else is signed in by now: they are offered, never just sent (S3). */
  readonly heldFor: string | null;
  readonly refused: readonly RefusedCommand[];
};

export type OrderQueue = {
  readonly view: () => QueueView;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Puts a tap at the end of the queue. Resolves with the server's answer, rejects with its refusal. A
   * `quiet` refusal is shown by whoever asked, and not kept in `refused`.
   */
  readonly add: (command: OrderCommand, options?: { quiet?: boolean }) => Promise<OrderState>;
  readonly forgetRefused: (id: string) => void;
  /** Tries again at once: after signing in, or when the server is back. */
  readonly resume: () => void;
  /** The person at the screen takes over what another one had tapped. */
  readonly takeOver: () => void;
  /** Takes back all that the server was never asked. */
  readonly dropUnsent: () => void;
  /** Resolves as soon as no tap is in doubt between this screen and the server. */
  readonly settled: () => Promise<void>;
};

export type QueueDeps = {
  readonly send: (command: OrderCommand, orderId: string, key: string) => Promise<OrderState>;
  readonly newKey: () => string;
  /** Who is signed in at this screen. */
  readonly person: () => string | null;
  readonly wait: (ms: number) => Promise<void>;
  readonly onAnswer: (state: OrderState) => void;
  readonly onRefused: (orderId: string) => void;
};

type Tap = {
  readonly key: string;
  readonly by: string | null;
  readonly command: OrderCommand;
  readonly quiet: boolean;
  readonly resolve: (state: OrderState) => void;
  readonly reject: (error: Error) => void;
};

const retryAfterMs = [300, 700, 1500, 3000] as const;

/**
 * The taps on one order on their way to the server: one after another, each under its own key, which
 * it keeps for every retry, so that nothing is lost or done twice however often the network fails (O2).
 */
export function createOrderQueue(orderId: string, deps: QueueDeps): OrderQueue {
  let taps: readonly Tap[] = [];
  let view: QueueView = {
    orderId,
    pending: [],
    stalledBy: null,
    heldFor: null,
    refused: [],
  };
  let isPumping = false;
  let isHeld = false;
  let isInDoubt = false;
  let hurry: (() => void) | undefined;
  let whenSettled: (() => void)[] = [];
  const listeners = new Set<() => void>();

  const show = (change: Partial<QueueView>) => {
    view = { ...view, pending: taps.map((tap) => tap.command), ...change };
    for (const listener of listeners) listener();
  };

  const settle = () => {
    isInDoubt = false;
    const waiting = whenSettled;
    whenSettled = [];
    for (const resolve of waiting) resolve();
  };

  const answered = (tap: Tap, state: OrderState) => {
    taps = taps.slice(1);
    deps.onAnswer(state);
    show({ stalledBy: null, orderId: state.order.orderId });
    tap.resolve(state);
  };

  const refuse = (tap: Tap, error: Error) => {
    const dropped = taps.filter((each) => each === tap || dependsOn(each.command, tap.command));
    taps = taps.filter((each) => !dropped.includes(each));
    const kept = tap.quiet ? [] : [{ id: tap.key, command: tap.command, error }];
    show({ stalledBy: null, refused: [...view.refused, ...kept] });
    for (const each of dropped) each.reject(error);
    deps.onRefused(view.orderId);
  };

  const pause = (ms: number) =>
    Promise.race([
      deps.wait(ms),
      new Promise<void>((resolve) => {
        hurry = resolve;
      }),
    ]);

  const pump = async () => {
    if (isPumping) return;
    isPumping = true;
    let failures = 0;
    for (let tap = taps[0]; tap && !isHeld; tap = taps[0]) {
      if (tap.by !== deps.person()) {
        isHeld = true;
        show({ heldFor: tap.by });
        break;
      }
      isInDoubt = true;
      try {
        const state = await deps.send(tap.command, view.orderId, tap.key);
        failures = 0;
        answered(tap, state);
        settle();
      } catch (fault) {
        const error = fault instanceof Error ? fault : new Error(String(fault));
        if (asksForPatience(error)) {
          show({ stalledBy: error });
          await pause(retryAfterMs[failures] ?? 3000);
          failures += 1;
        } else if (error instanceof Problem && error.code === 'not_signed_in') {
          isHeld = true;
          show({ stalledBy: error, heldFor: tap.by });
          settle();
        } else {
          refuse(tap, error);
          settle();
        }
      }
    }
    isPumping = false;
  };

  const resume = () => {
    isHeld = false;
    if (view.heldFor !== null) show({ heldFor: null });
    hurry?.();
    void pump();
  };

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (command, { quiet = false } = {}) => {
      const answer = new Promise<OrderState>((resolve, reject) => {
        taps = [
          ...taps,
          { key: deps.newKey(), by: deps.person(), command, quiet, resolve, reject },
        ];
      });
      show({});
      void pump();
      return answer;
    },
    forgetRefused: (id) => show({ refused: view.refused.filter((each) => each.id !== id) }),
    resume,
    takeOver: () => {
      const by = deps.person();
      taps = taps.map((tap) => ({ ...tap, by }));
      resume();
    },
    dropUnsent: () => {
      // The first one may have reached the server: only its answer tells.
      const kept = isInDoubt ? taps.slice(0, 1) : [];
      const dropped = taps.filter((tap) => !kept.includes(tap));
      taps = kept;
      show({ heldFor: null, stalledBy: kept.length > 0 ? view.stalledBy : null });
      for (const tap of dropped) tap.reject(new Error('taken back'));
    },
    settled: () =>
      isInDoubt ? new Promise((resolve) => whenSettled.push(resolve)) : Promise.resolve(),
  };
}
