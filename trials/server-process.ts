import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Place } from '../src/server/open-till.ts';

const program = fileURLToPath(new URL('../src/server/cli.ts', import.meta.url));
const longestStartMs = 60_000;

/** A till's server in a process of its own. */
export type ServerProcess = {
  readonly pid: number;
  readonly port: number;
  /** From the start of the process to the first answer, in milliseconds. */
  readonly startedInMs: number;
  /** What it wrote to its log so far. */
  log(): string;
  /** Ends it at once, as a power switch does (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it as an operating system does (SIGTERM); resolves with its exit code. */
  stop(): Promise<number | null>;
};

/** Starts `serve` at a place, on a port that the system picks, and waits for its first answer. */
export async function startServer(
  { directory, databaseUrl }: Place,
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...nodeOptions,
      '--disable-warning=FSTDEP023',
      program,
      'serve',
      '--port',
      '0',
      '--data',
      directory,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // A password on a command line is there for all to see.
        ...(databaseUrl === undefined ? {} : { ARMORPOS_DATABASE_URL: databaseUrl }),
      },
    },
  );
  let log = '';
  child.stderr.on('data', (part: Buffer) => (log += part.toString()));
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  void gone.then(() => process.off('exit', end));
  const port = await new Promise<number>((resolve, reject) => {
    let words = '';
    const timer = setTimeout(() => {
      end();
      reject(new Error(`the till did not start: ${words}${log}`));
    }, longestStartMs);
    child.stdout.on('data', (part: Buffer) => {
      words += part.toString();
      const found = /:(\d+)\s*$/m.exec(words);
      if (!found) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    });
    void gone.then((code) => reject(new Error(`the till ended with ${code}: ${words}${log}`)));
  });
  await (await fetch(`http://127.0.0.1:${port}/api/health`)).text();
  return {
    pid: child.pid ?? 0,
    port,
    startedInMs: performance.now() - startedAt,
    log: () => log,
    async kill() {
      end();
      await gone;
    },
    stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}
