import type { ServerState } from './server-states.ts';

const reloadsAllowed = 3;
const withinMs = 60_000;

/**
 * What the window shows: the till while it is served, the own page (null) until then and when it is given
 * up. A server that is being started again leaves the screen alone: the till's page waits for it and goes
 * on where it was.
 */
export function screenFor(load: (address: string | null) => void) {
  let shown: string | null | undefined;
  let reloads: readonly number[] = [];
  const showAddress = (address: string | null): void => {
    shown = address;
    load(address);
  };
  return {
    show(state: ServerState): void {
      if (state.is === 'serving') {
        if (shown !== state.address) showAddress(state.address);
      } else if (state.is === 'failed' || shown === undefined) {
        showAddress(null);
      } else if (state.is === 'starting' && shown === null) {
        showAddress(null);
      }
    },
    /** After its process died, or because somebody asked; a page that dies at once is let be. */
    showAgain(now: number): void {
      reloads = [...reloads.filter((at) => now - at < withinMs), now];
      if (shown !== undefined && reloads.length <= reloadsAllowed) load(shown);
    },
  };
}
