import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { buildScreens } from '../../scripts/build-screens.ts';
import { bundleProgram } from '../../packaging/bundle-program.ts';
import { makeExecutable } from '../../packaging/single-executable.ts';
import { linux } from '../../packaging/targets.ts';
import { freshId } from './api.ts';
import type { Ran } from './till.ts';

/** Makes the executable for this machine, under a version of its own, and answers where it is. */
export async function makeTestExecutable(): Promise<string> {
  await buildScreens();
  await bundleProgram();
  return makeExecutable(linux, 'test');
}

/** Runs a command with nothing in its environment but what is given: no PATH, no HOME. */
export function runBare(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, words, { env: environment, timeout: 60_000 }, (fault, stdout, stderr) => {
      const code = fault ? (typeof fault.code === 'number' ? fault.code : 1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}

export type BareTill = {
  readonly address: string;
  readonly pid: number;
  /** From the start of the process until its port was open, in milliseconds. */
  readonly startedInMs: number;
  /** Everything that it said on standard error. */
  readonly said: () => string;
  /** Stops it as an operating system does, and answers its exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts a till in an empty environment and waits for the address that it prints. It ends with the test. */
export async function serveBare(
  t: TestContext,
  program: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<BareTill> {
  const startedAt = performance.now();
  const child = spawn(program, words, { env: {}, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const stopped = new Promise<number | null>((resolve) => child.once('exit', resolve));
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /listening on (http:\/\/\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    return {
      address,
      pid: child.pid ?? 0,
      startedInMs: performance.now() - startedAt,
      said: () => said,
      stop: () => {
        child.kill('SIGTERM');
        return stopped;
      },
    };
  }
  throw new Error(`${program} ended with ${await stopped} before it listened: ${said}`);
}

export type ApiClient = {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body?: unknown) => Promise<Answer>;
};

/** Speaks with a till as its screens do, keeping its cookies. Whatever is refused fails the test. */
export function apiOf(address: string): ApiClient {
  const cookies = new Map<string, string>();
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${address}/api${path}`, {
      method,
      headers: {
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        origin: address,
        ...(method === 'GET' ? {} : { 'idempotency-key': freshId() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    assert.equal(response.status, 200, `${method} ${path}: ${text}`);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return JSON.parse(text) as Answer; // the caller names the contract's answer
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
  };
}
