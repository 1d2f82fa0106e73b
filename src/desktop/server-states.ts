/** What may keep the server from serving, sorted by what somebody can do about it. */
export const troubles = [
  'locked',
  'damaged',
  'disk',
  'newer',
  'place',
  'port',
  'crashing',
  'other',
] as const;
export type Trouble = (typeof troubles)[number];

/** The server process as the desktop sees it. `crashes` in a row are counted; a minute of good health forgives them. */
export type ServerState =
  | { readonly is: 'starting'; readonly crashes: number; readonly address: string | null }
  | {
      readonly is: 'serving';
      readonly crashes: number;
      readonly address: string;
      readonly healthy: number;
      readonly missed: number;
    }
  /** It ended unasked; the next start waits a moment. The screen stays as it is. */
  | { readonly is: 'resting'; readonly crashes: number; readonly address: string | null }
  | { readonly is: 'failed'; readonly trouble: Trouble; readonly sentence: string }
  | { readonly is: 'stopping' }
  | { readonly is: 'stopped' };

export type ServerEvent =
  | { readonly type: 'listening'; readonly address: string }
  | { readonly type: 'refused'; readonly trouble: Trouble; readonly sentence: string }
  /** It says that it has finished everything, of its own accord or because it was asked. */
  | { readonly type: 'finished' }
  | { readonly type: 'exited' }
  | { readonly type: 'checked'; readonly isHealthy: boolean }
  /** The time that the state may take is over. */
  | { readonly type: 'time is up' }
  | { readonly type: 'stop asked' }
  | { readonly type: 'retry asked' };

/** What is to be done to the process besides the change of state. */
export type ServerDeed = 'start' | 'ask to stop' | 'kill';

export type Step = { readonly state: ServerState; readonly deed?: ServerDeed };

export const limits = {
  startMs: 60_000,
  /** The last commit and a checkpoint of the log, on the slowest disk. */
  stopMs: 30_000,
  checkEveryMs: 5_000,
  /** A busy disk may make it miss one or two. */
  missesAllowed: 2,
  forgivenAfterChecks: 12,
  restartsAllowed: 5,
  firstRestMs: 250,
  longestRestMs: 8_000,
} as const;

export const firstStep: Step = {
  state: { is: 'starting', crashes: 0, address: null },
  deed: 'start',
};

/** How long a state lasts before its time is up; null: until something happens. */
export function lastsMs(state: ServerState): number | null {
  switch (state.is) {
    case 'starting':
      return limits.startMs;
    case 'serving':
      return limits.checkEveryMs;
    case 'resting':
      return Math.min(limits.firstRestMs * 2 ** (state.crashes - 1), limits.longestRestMs);
    case 'stopping':
      return limits.stopMs;
    case 'failed':
    case 'stopped':
      return null;
  }
}

/** The one place that decides what follows on what. */
export function nextStep(state: ServerState, event: ServerEvent): Step {
  switch (state.is) {
    case 'starting':
      return whileStarting(state, event);
    case 'serving':
      return whileServing(state, event);
    case 'resting':
      if (event.type === 'time is up') {
        return { state: { ...state, is: 'starting' }, deed: 'start' };
      }
      return event.type === 'stop asked' ? { state: { is: 'stopped' } } : { state };
    case 'failed':
      if (event.type === 'retry asked') return firstStep;
      return event.type === 'stop asked' ? { state: { is: 'stopped' } } : { state };
    case 'stopping':
      if (event.type === 'exited') return { state: { is: 'stopped' } };
      return ['finished', 'refused', 'time is up'].includes(event.type)
        ? { state, deed: 'kill' }
        : { state };
    case 'stopped':
      return { state };
  }
}

function whileStarting(state: ServerState & { is: 'starting' }, event: ServerEvent): Step {
  const { crashes } = state;
  switch (event.type) {
    case 'listening':
      return {
        state: { is: 'serving', crashes, address: event.address, healthy: 0, missed: 0 },
      };
    case 'refused': {
      // What is left of a crashed one may hold lock and port for a moment.
      const mayPass = crashes > 0 && (event.trouble === 'locked' || event.trouble === 'port');
      const { trouble, sentence } = event;
      return { state: mayPass ? state : { is: 'failed', trouble, sentence }, deed: 'kill' };
    }
    case 'exited':
      return { state: afterCrash(state) };
    case 'finished':
    case 'time is up':
      return { state, deed: 'kill' };
    case 'stop asked':
      return { state: { is: 'stopping' }, deed: 'ask to stop' };
    default:
      return { state };
  }
}

function whileServing(state: ServerState & { is: 'serving' }, event: ServerEvent): Step {
  switch (event.type) {
    case 'checked': {
      if (event.isHealthy) {
        const healthy = state.healthy + 1;
        const crashes = healthy >= limits.forgivenAfterChecks ? 0 : state.crashes;
        return { state: { ...state, healthy, crashes, missed: 0 } };
      }
      const missed = state.missed + 1;
      const missing: ServerState = { ...state, healthy: 0, missed };
      return missed > limits.missesAllowed ? { state: missing, deed: 'kill' } : { state: missing };
    }
    case 'exited':
      return { state: afterCrash(state) };
    case 'finished':
      return { state, deed: 'kill' };
    case 'stop asked':
      return { state: { is: 'stopping' }, deed: 'ask to stop' };
    default:
      return { state };
  }
}

function afterCrash({
  crashes,
  address,
}: ServerState & { is: 'starting' | 'serving' }): ServerState {
  return crashes < limits.restartsAllowed
    ? { is: 'resting', crashes: crashes + 1, address }
    : { is: 'failed', trouble: 'crashing', sentence: '' };
}
