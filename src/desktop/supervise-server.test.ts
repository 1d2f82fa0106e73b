import { describe, expect, it } from 'vitest';
import { limits } from './server-states.ts';
import type { ServerState } from './server-states.ts';
import { serverEvent, superviseServer } from './supervise-server.ts';
import type { ServerProcess } from './supervise-server.ts';

type FakeServer = ServerProcess & {
  readonly port: number | undefined;
  readonly deeds: string[];
  say: (message: unknown) => void;
  exit: () => void;
};

/** A supervisor with servers that do as they are told and a clock that stands still until it is moved. */
function shop() {
  const servers: FakeServer[] = [];
  const states: ServerState[] = [];
  let now = 0;
  let timers: { at: number; call: () => void }[] = [];
  let isWell = true;
  const supervisor = superviseServer({
    startServer: (port) => {
      const server: FakeServer = {
        port,
        deeds: [],
        say: () => {},
        exit: () => {},
        onMessage: (listen) => (server.say = listen),
        onExit: (listen) => (server.exit = listen),
        askToStop: () => server.deeds.push('ask to stop'),
        kill: () => server.deeds.push('kill'),
      };
      servers.push(server);
      return server;
    },
    isHealthy: () => (isWell ? Promise.resolve(true) : Promise.reject(new Error('no answer'))),
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.push(timer);
      return () => (timers = timers.filter((each) => each !== timer));
    },
    onChange: (state) => states.push(state),
  });
  const pass = async (ms: number): Promise<void> => {
    const until = now + ms;
    for (;;) {
      const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      now = due.at;
      timers = timers.filter((each) => each !== due);
      due.call();
      await new Promise((resolve) => setImmediate(resolve));
    }
    now = until;
  };
  const last = (): FakeServer => servers.at(-1) ?? expect.fail('no server was started');
  return { supervisor, servers, states, pass, last, fallIll: () => (isWell = false) };
}

const listening = { type: 'listening', address: 'http://127.0.0.1:4750' };

describe('the server process under the desktop', () => {
  it('is started at once, and what it says is believed', () => {
    const { servers, last, states } = shop();
    expect(servers).toHaveLength(1);
    expect(last().port).toBeUndefined();
    last().say(listening);
    expect(states.at(-1)).toMatchObject({ is: 'serving', address: listening.address });
  });

  it('comes back after a crash, on the same port', async () => {
    const { servers, last, pass, states } = shop();
    last().say(listening);
    last().exit();
    expect(servers, 'not at once').toHaveLength(1);
    await pass(limits.firstRestMs);
    expect(servers).toHaveLength(2);
    expect(last().port).toBe(4750);
    last().say(listening);
    expect(states.map(({ is }) => is)).toEqual(['serving', 'resting', 'starting', 'serving']);
  });

  it('is ended when it no longer answers', async () => {
    const { last, pass, fallIll } = shop();
    last().say(listening);
    await pass(10 * limits.checkEveryMs);
    expect(last().deeds).toEqual([]);
    fallIll();
    await pass((limits.missesAllowed + 1) * limits.checkEveryMs);
    expect(last().deeds).toEqual(['kill']);
  });

  it('D4: is asked to stop, and waited for', async () => {
    const { supervisor, last } = shop();
    last().say(listening);
    let isStopped = false;
    const stopping = supervisor.stop().then(() => (isStopped = true));
    expect(last().deeds).toEqual(['ask to stop']);
    await Promise.resolve();
    expect(isStopped, 'not before it has ended').toBe(false);
    last().say({ type: 'stopped' });
    expect(last().deeds).toEqual(['ask to stop', 'kill']);
    last().exit();
    await stopping;
    expect(supervisor.state().is).toBe('stopped');
  });

  it('is not asked twice by somebody who clicks twice', () => {
    const { supervisor, last } = shop();
    last().say(listening);
    void supervisor.stop();
    void supervisor.stop();
    expect(last().deeds).toEqual(['ask to stop']);
  });

  it('tries again after a refusal when asked, deaf to the one before', () => {
    const { supervisor, servers, last } = shop();
    const [first] = servers;
    last().say({ type: 'failed', reason: 'locked', sentence: 'It runs already.' });
    expect(supervisor.state()).toEqual({
      is: 'failed',
      trouble: 'locked',
      sentence: 'It runs already.',
    });
    supervisor.retry();
    expect(servers).toHaveLength(2);
    first?.exit();
    expect(supervisor.state().is).toBe('starting');
  });
});

describe('what the server says', () => {
  it('is read with suspicion', () => {
    expect(serverEvent({ type: 'failed', reason: 'a flood', sentence: 7 })).toEqual({
      type: 'refused',
      trouble: 'other',
      sentence: '',
    });
    for (const noise of [null, 'listening', 7, {}, { type: 'listening' }, { type: 'sing' }]) {
      expect(serverEvent(noise)).toBeUndefined();
    }
  });
});
