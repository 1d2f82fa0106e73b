import { firstStep, lastsMs, nextStep, troubles } from './server-states.ts';
import type { ServerEvent, ServerState, Step, Trouble } from './server-states.ts';

/** A server process that was started. */
export type ServerProcess = {
  readonly onMessage: (listen: (message: unknown) => void) => void;
  readonly onExit: (listen: () => void) => void;
  readonly askToStop: () => void;
  /** At once, even one that hangs. */
  readonly kill: () => void;
};

export type Surroundings = {
  /** `port` is that of the server before it, so that the screen which is open finds it again. */
  readonly startServer: (port: number | undefined) => ServerProcess;
  readonly isHealthy: (address: string) => Promise<boolean>;
  /** Calls once after some time; answers how to call it off. */
  readonly after: (ms: number, call: () => void) => () => void;
  readonly onChange: (state: ServerState) => void;
};

export type Supervisor = {
  readonly state: () => ServerState;
  readonly retry: () => void;
  /** Comes true when the server has ended, having finished what it acknowledged. */
  readonly stop: () => Promise<void>;
};

/** Starts the server, looks after it, starts it again when it ends unasked, and stops it. */
export function superviseServer(surroundings: Surroundings): Supervisor {
  let state: ServerState = firstStep.state;
  let current: ServerProcess | undefined;
  let callOff = (): void => {};
  let resolveStopped: () => void;
  const stopped = new Promise<void>((resolve) => (resolveStopped = resolve));

  function take({ state: next, deed }: Step): void {
    const before = state;
    state = next;
    if (deed === 'start') startServer();
    if (deed === 'ask to stop') current?.askToStop();
    if (deed === 'kill') current?.kill();
    setTimer();
    if (next !== before) surroundings.onChange(next);
    if (next.is === 'stopped') resolveStopped();
  }

  function happen(event: ServerEvent): void {
    take(nextStep(state, event));
  }

  function startServer(): void {
    const address = 'address' in state ? state.address : null;
    const port = address === null ? undefined : Number(new URL(address).port);
    const started = surroundings.startServer(port);
    current = started;
    // A process that was given up has nothing to say any more.
    const hear = (event: ServerEvent | undefined): void => {
      if (event && current === started) happen(event);
    };
    started.onMessage((message) => hear(serverEvent(message)));
    started.onExit(() => hear({ type: 'exited' }));
  }

  function setTimer(): void {
    callOff();
    const ms = lastsMs(state);
    if (ms === null) return;
    callOff = surroundings.after(ms, () => {
      if (state.is === 'serving') void check(state.address);
      else happen({ type: 'time is up' });
    });
  }

  async function check(address: string): Promise<void> {
    const asked = current;
    const isHealthy = await surroundings.isHealthy(address).catch(() => false);
    if (current === asked) happen({ type: 'checked', isHealthy });
  }

  take(firstStep);
  return {
    state: () => state,
    retry: () => happen({ type: 'retry asked' }),
    stop: () => {
      happen({ type: 'stop asked' });
      return stopped;
    },
  };
}

/** Reads what the server says; undefined for anything that is not its language. */
export function serverEvent(message: unknown): ServerEvent | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, address, reason, sentence } = message as Record<string, unknown>;
  if (type === 'listening' && typeof address === 'string') return { type: 'listening', address };
  if (type === 'stopped') return { type: 'finished' };
  if (type !== 'failed') return undefined;
  const trouble: Trouble = troubles.find((each) => each === reason) ?? 'other';
  return { type: 'refused', trouble, sentence: typeof sentence === 'string' ? sentence : '' };
}
