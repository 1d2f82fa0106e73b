import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { serveArguments, serverEnvironment } from '../../src/desktop/own-arguments.ts';
import type { ServerState } from '../../src/desktop/server-states.ts';
import { superviseServer } from '../../src/desktop/supervise-server.ts';
import type { ServerProcess, Supervisor } from '../../src/desktop/supervise-server.ts';

const entry = join(import.meta.dirname, 'as-utility-process.ts');

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'armorpos-desktop-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

/** The desktop's supervisor over the real server, with Node's fork in the place of Electron's. */
async function desktop() {
  const firstPort = String(await freePort());
  const servers: ChildProcess[] = [];
  let said = '';
  const states: ServerState[] = [];
  const listeners = new Set<(state: ServerState) => void>();
  const supervisor: Supervisor = superviseServer({
    startServer: (port) => {
      const words = serveArguments({ kiosk: false, data, port: firstPort }, port);
      const child = fork(entry, words, { env: serverEnvironment(process.env), silent: true });
      servers.push(child);
      child.stdout?.resume();
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      return processOf(child);
    },
    isHealthy: async (address) => (await fetch(`${address}/api/health`)).ok,
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    onChange: (state) => {
      // A check that went well changes the state too, and nothing that anybody sees.
      if (state.is !== states.at(-1)?.is) states.push(state);
      for (const listen of listeners) listen(state);
    },
  });
  onTestFinished(async () => {
    await supervisor.stop();
    for (const server of servers) server.kill('SIGKILL');
  });
  const becomes = <Is extends ServerState['is']>(is: Is): Promise<ServerState & { is: Is }> =>
    new Promise((resolve, reject) => {
      const look = (state: ServerState): void => {
        // The same word, which the type cannot follow through a variable.
        if (state.is === is) resolve(state as ServerState & { is: Is });
        else if (state.is === 'failed')
          reject(new Error(`${state.trouble}: ${state.sentence}${said}`));
      };
      look(supervisor.state());
      listeners.add(look);
    });
  return { supervisor, servers, states, becomes };
}

function processOf(child: ChildProcess): ServerProcess {
  return {
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => void child.once('exit', listen),
    askToStop: () => void child.send({ type: 'stop' }),
    kill: () => void child.kill('SIGKILL'),
  };
}

describe('the desktop over the real server', { timeout: 60_000 }, () => {
  it('is back on the same address after the server was killed', async () => {
    const { servers, states, becomes } = await desktop();
    const { address } = await becomes('serving');
    expect((await fetch(`${address}/api/health`)).status).toBe(200);

    servers[0]?.kill('SIGKILL');
    await becomes('resting');
    const again = await becomes('serving');
    expect(again.address, 'the screen asks where it asked before').toBe(address);
    expect((await fetch(`${address}/api/health`)).status).toBe(200);
    expect(states.map(({ is }) => is)).toEqual(['serving', 'resting', 'starting', 'serving']);
  });

  it('D4: stops the server cleanly by its word, and frees the data for the next', async () => {
    const first = await desktop();
    const { address } = await first.becomes('serving');
    expect(existsSync(join(data, 'armorpos.db-wal')), 'it is at work').toBe(true);
    await first.supervisor.stop();
    await expect(fetch(`${address}/api/health`)).rejects.toThrow();
    // SQLite's log is there for as long as a connection was not closed.
    expect(existsSync(join(data, 'armorpos.db-wal'))).toBe(false);
    expect(existsSync(join(data, 'server.address'))).toBe(false);

    const second = await desktop();
    await second.becomes('serving');
  });

  it('says that another till holds the data, and starts when asked again after it went', async () => {
    const first = await desktop();
    await first.becomes('serving');
    const second = await desktop();
    const { trouble, sentence } = await second.becomes('failed');
    expect(trouble).toBe('locked');
    expect(sentence).toMatch(/already running/);
    expect(second.servers, 'trying alone does not cure it').toHaveLength(1);

    await first.supervisor.stop();
    second.supervisor.retry();
    await second.becomes('serving');
  });

  it('D3: says that the database is damaged', async () => {
    await writeFile(join(data, 'armorpos.db'), 'This was never a database. '.repeat(400));
    const { becomes } = await desktop();
    expect((await becomes('failed')).trouble).toBe('damaged');
  });

  it('D1: says that the data is newer than the program', async () => {
    const first = await desktop();
    await first.becomes('serving');
    await first.supervisor.stop();
    const database = new DatabaseSync(join(data, 'armorpos.db'));
    database.exec("insert into migrations values (9999, 'from the future', 0)");
    database.close();
    const { becomes } = await desktop();
    expect((await becomes('failed')).trouble).toBe('newer');
  });
});
