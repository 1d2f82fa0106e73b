import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstStep, lastsMs, limits, nextStep } from './server-states.ts';
import type { ServerEvent, ServerState } from './server-states.ts';

const address = 'http://127.0.0.1:4747';
const listening: ServerEvent = { type: 'listening', address };
const timeIsUp: ServerEvent = { type: 'time is up' };
const exited: ServerEvent = { type: 'exited' };
const stop: ServerEvent = { type: 'stop asked' };
const healthy: ServerEvent = { type: 'checked', isHealthy: true };
const missed: ServerEvent = { type: 'checked', isHealthy: false };
const locked: ServerEvent = { type: 'refused', trouble: 'locked', sentence: 'It runs already.' };

function after(...events: readonly ServerEvent[]): ServerState {
  return events.reduce((state, event) => nextStep(state, event).state, firstStep.state);
}

describe('looking after the server', () => {
  it('starts it, and serves once it listens', () => {
    expect(firstStep.deed).toBe('start');
    expect(after(listening)).toMatchObject({ is: 'serving', address, crashes: 0 });
  });

  it('starts one that ended unasked again, on the address that the screen knows', () => {
    const resting = after(listening, exited);
    expect(resting).toEqual({ is: 'resting', crashes: 1, address });
    expect(nextStep(resting, timeIsUp)).toEqual({
      state: { is: 'starting', crashes: 1, address },
      deed: 'start',
    });
  });

  it('waits longer each time, and then says so', () => {
    const rests: (number | null)[] = [];
    let state = after(listening);
    while (state.is !== 'failed') {
      state = nextStep(state, exited).state;
      if (state.is === 'resting') rests.push(lastsMs(state));
      state = nextStep(state, timeIsUp).state;
      if (state.is === 'starting') state = nextStep(state, listening).state;
    }
    expect(rests).toEqual([250, 500, 1000, 2000, 4000]);
    expect(state.trouble).toBe('crashing');
  });

  it('forgives after a minute of good health', () => {
    const events = Array.from({ length: limits.forgivenAfterChecks }, () => healthy);
    expect(after(listening, exited, timeIsUp, listening, ...events)).toMatchObject({ crashes: 0 });
    expect(
      after(listening, exited, timeIsUp, listening, ...events.slice(1)),
      'a check too few',
    ).toMatchObject({ crashes: 1 });
  });

  it('lets a busy one miss a check, and ends one that hangs', () => {
    const busy = after(listening, missed, missed);
    expect(nextStep(busy, healthy).state).toMatchObject({ missed: 0 });
    const { state, deed } = nextStep(busy, missed);
    expect(deed).toBe('kill');
    expect(nextStep(state, exited).state.is).toBe('resting');
  });

  it('ends one that does not come up in time', () => {
    expect(nextStep(firstStep.state, timeIsUp).deed).toBe('kill');
    expect(after(timeIsUp, exited).is).toBe('resting');
  });

  it('does not try again what trying does not cure', () => {
    for (const trouble of [
      'locked',
      'damaged',
      'disk',
      'newer',
      'place',
      'port',
      'other',
    ] as const) {
      const refused = nextStep(firstStep.state, { type: 'refused', trouble, sentence: 'No.' });
      expect(refused).toEqual({ state: { is: 'failed', trouble, sentence: 'No.' }, deed: 'kill' });
    }
  });

  it('gives the lock of a crashed one a moment to go', () => {
    const again = after(listening, exited, timeIsUp);
    expect(nextStep(again, locked)).toEqual({ state: again, deed: 'kill' });
    expect(nextStep(again, exited).state.is).toBe('resting');
  });

  it('tries again when somebody asks', () => {
    expect(nextStep(after(locked), { type: 'retry asked' })).toEqual(firstStep);
  });

  it('D4: stops it by asking, and waits until it has finished', () => {
    const asked = nextStep(after(listening), stop);
    expect(asked).toEqual({ state: { is: 'stopping' }, deed: 'ask to stop' });
    expect(nextStep(asked.state, { type: 'finished' })).toEqual({
      state: { is: 'stopping' },
      deed: 'kill',
    });
    expect(nextStep(asked.state, exited).state.is).toBe('stopped');
  });

  it('stops one that is still starting, and one that is not there', () => {
    expect(nextStep(firstStep.state, stop).deed).toBe('ask to stop');
    expect(after(listening, exited, stop).is).toBe('stopped');
    expect(after(locked, stop).is).toBe('stopped');
  });

  it('does not wait for ever for one that cannot stop', () => {
    expect(nextStep(after(listening, stop), timeIsUp).deed).toBe('kill');
  });

  const anyEvent = fc.constantFrom(
    listening,
    timeIsUp,
    exited,
    stop,
    healthy,
    missed,
    locked,
    { type: 'finished' } as const,
    { type: 'retry asked' } as const,
  );

  it('whatever happens, it never starts a second one beside a living one, and can always be stopped', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let step = firstStep;
        let living = 1;
        for (const event of events) {
          // Only a process that lives can end; one that was killed does, before anybody can ask again.
          if (event.type === 'exited') {
            if (living === 0) continue;
            living = 0;
          }
          step = nextStep(step.state, event);
          if (step.deed === 'kill' && step.state.is === 'failed') living = 0;
          if (step.deed === 'start') {
            expect(living).toBe(0);
            living = 1;
          }
        }
        const ended = [stop, exited].reduce(
          (state, event) => nextStep(state, event).state,
          step.state,
        );
        expect(ended.is).toBe('stopped');
        expect(lastsMs(ended)).toBeNull();
      }),
    );
  });
});
