import { connect } from 'node:net';
import type { Socket } from 'node:net';

export type Command = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api. */
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
};
export type RawAnswer = { readonly status: number; readonly text: string };

/** The connection ended before the answer was there: nobody knows whether the command was done. */
export class AnswerLost extends Error {
  override name = 'AnswerLost';
}

/**
 * One terminal on one kept connection, a request at a time. Bare on purpose: what it measures is the
 * till, and its connection can be cut at any byte.
 */
export class RawClient {
  readonly #port: number;
  readonly #cookie: string;
  #socket: Socket | undefined;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: RawAnswer) => void; reject: (error: Error) => void } | undefined;

  constructor(port: number, token: string) {
    this.#port = port;
    this.#cookie = `armorpos_session=${token}; armorpos_terminal=trialtrialtrialtrial12`;
  }

  async ask(command: Command): Promise<RawAnswer> {
    const socket = await this.#connected();
    return new Promise<RawAnswer>((resolve, reject) => {
      this.#waiting = { resolve, reject };
      socket.write(this.#request(command));
    });
  }

  /** Sends the whole command and cuts the connection after a while, most often before the answer. */
  async askAndHangUp(command: Command, afterMs: number): Promise<RawAnswer | undefined> {
    const timer = setTimeout(() => this.close(), afterMs);
    try {
      return await this.ask(command);
    } catch (error) {
      if (error instanceof AnswerLost) return undefined;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#socket?.destroy();
  }

  #request({ method, path, body, key }: Command): string {
    const text = body === undefined ? '' : JSON.stringify(body);
    const content = body === undefined ? '' : 'Content-Type: application/json\r\n';
    const keyLine = key === undefined ? '' : `Idempotency-Key: ${key}\r\n`;
    return (
      `${method} /api${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\nCookie: ${this.#cookie}\r\n` +
      `${keyLine}${content}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
    );
  }

  async #connected(): Promise<Socket> {
    if (this.#socket && !this.#socket.destroyed && this.#socket.writable) return this.#socket;
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    this.#socket = socket;
    this.#received = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    const ended = (): void => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#finish((waiting) => waiting.reject(new AnswerLost('the connection ended')));
    };
    socket.on('close', ended);
    socket.on('error', () => socket.destroy());
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('close', () => reject(new AnswerLost('no connection')));
    });
    return socket;
  }

  #receive(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + 4 + length;
    if (this.#received.length < end) return;
    const text = this.#received.toString('utf8', headEnd + 4, end);
    this.#received = this.#received.subarray(end);
    this.#finish((waiting) => waiting.resolve({ status: Number(head.slice(9, 12)), text }));
  }

  #finish(
    how: (waiting: {
      resolve: (answer: RawAnswer) => void;
      reject: (error: Error) => void;
    }) => void,
  ): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) how(waiting);
  }
}
