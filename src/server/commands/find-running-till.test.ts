import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findRunningTill } from './find-running-till.ts';
import { addressFileName } from './serve.ts';

describe('finding the till that runs already', () => {
  let directory: string;
  let server: Server;
  let answer: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'armorpos-running-'));
    answer = JSON.stringify({ up: true, version: '0.1.0' });
    server = createServer((request, response) =>
      request.url === '/api/health' ? response.end(answer) : response.writeHead(404).end(),
    );
  });
  afterEach(() => {
    server.close();
    rmSync(directory, { recursive: true });
  });
  const listen = (): Promise<number> =>
    new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const leaveAddress = (address: string): void =>
    writeFileSync(join(directory, addressFileName), `${address}\n`);

  test('the one that serves the data directory', async () => {
    const address = `http://127.0.0.1:${await listen()}`;
    leaveAddress(address);
    expect(await findRunningTill(directory, { port: undefined, waitMs: 0 })).toBe(address);
  });

  test('another user’s, by its port: a service', async () => {
    const port = await listen();
    expect(await findRunningTill(directory, { port, waitMs: 0 })).toBe(`http://127.0.0.1:${port}`);
  });

  test('none where a cut left an address behind, and something else listens there by now', async () => {
    answer = '<!doctype html>';
    leaveAddress(`http://127.0.0.1:${await listen()}`);
    expect(await findRunningTill(directory, { port: undefined, waitMs: 0 })).toBeUndefined();
  });

  test('one that comes up while it is waited for', async () => {
    const port = await listen();
    answer = JSON.stringify({ up: false });
    const finding = findRunningTill(directory, { port, waitMs: 10_000 });
    setTimeout(() => (answer = JSON.stringify({ up: true })), 300);
    expect(await finding).toBe(`http://127.0.0.1:${port}`);
  });
});
