import { utilityProcess } from 'electron';
import { createInterface } from 'node:readline';
import type { ServerProcess } from './supervise-server.ts';

/** Starts the till's server as a process of Electron's own Node. What it prints is handed to `onLine`. */
export function startServer(
  entry: string,
  words: string[],
  environment: Record<string, string>,
  onLine: (line: string) => void,
): ServerProcess {
  const child = utilityProcess.fork(entry, words, {
    env: environment,
    stdio: 'pipe',
    serviceName: 'ArmorPOS server',
  });
  for (const stream of [child.stdout, child.stderr]) {
    // Electron's type knows less than the stream is.
    if (stream) createInterface({ input: stream as NodeJS.ReadableStream }).on('line', onLine);
  }
  return {
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => void child.on('exit', listen),
    askToStop: () => child.postMessage({ type: 'stop' }),
    kill: () => {
      // child.kill() is a SIGTERM, which a server that hangs never gets to see.
      if (child.pid === undefined) child.kill();
      else process.kill(child.pid, 'SIGKILL');
    },
  };
}
