import { expect, it } from 'vitest';
import { screenFor } from './screen-for.ts';
import type { ServerState } from './server-states.ts';

const address = 'http://127.0.0.1:4747';
const starting: ServerState = { is: 'starting', crashes: 0, address: null };
const serving: ServerState = { is: 'serving', crashes: 0, address, healthy: 0, missed: 0 };
const resting: ServerState = { is: 'resting', crashes: 1, address };
const failed: ServerState = { is: 'failed', trouble: 'crashing', sentence: '' };

function shown(...states: readonly ServerState[]): (string | null)[] {
  const loaded: (string | null)[] = [];
  const screen = screenFor((each) => loaded.push(each));
  for (const state of states) screen.show(state);
  return loaded;
}

it('shows that the till starts, then the till', () => {
  expect(shown(starting, serving)).toEqual([null, address]);
});

it('leaves the screen alone while a crashed server is started again', () => {
  const again: ServerState = { is: 'starting', crashes: 1, address };
  expect(shown(starting, serving, resting, again, serving)).toEqual([null, address]);
});

it('says so when the server is given up, and goes back to the till when it serves', () => {
  expect(shown(starting, serving, failed, starting, serving)).toEqual([
    null,
    address,
    null,
    null,
    address,
  ]);
});

it('loads a page that died again, but not for ever', () => {
  const loaded: (string | null)[] = [];
  const screen = screenFor((each) => loaded.push(each));
  screen.showAgain(0);
  expect(loaded, 'nothing was shown yet').toEqual([]);
  screen.show(serving);
  for (const now of [1000, 2000, 3000, 4000]) screen.showAgain(now);
  expect(loaded).toHaveLength(3);
  screen.showAgain(200_000);
  expect(loaded).toHaveLength(4);
});
