import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/server/new-id.ts';
import type { PreparedData } from '../prepare-data.ts';
import type { Random } from '../random.ts';
import { AnswerLost, RawClient } from '../raw-client.ts';
import type { Command } from '../raw-client.ts';

const askAgainMs = 100;

/** What one order must hold, by this terminal's own account. */
export type Sheet = {
  readonly orderId: string;
  readonly lines: Map<string, number>;
  readonly payments: Map<string, number>;
  due: number;
  isPaid: boolean;
};
type Sent = Required<Command>;
type Step = {
  readonly sheet: Sheet;
  readonly command: Sent;
  readonly apply: (sheet: Sheet) => void;
};

/**
 * A terminal that takes and pays orders, and writes down only what was acknowledged. What it sent and
 * got no answer for, it keeps and sends again with the same key.
 */
export class Terminal {
  readonly sheets: Sheet[] = [];
  /** Acknowledged answers by their key. */
  readonly answers = new Map<string, string>();
  /** Sent, and nobody knows yet whether it was done. */
  pending: Step | undefined;
  /** Answers that must not have come. */
  readonly wrong: string[] = [];
  retries = 0;
  /** When each answer came, by `performance.now`, and how far the journal was then. */
  readonly acknowledged: { readonly at: number; readonly seq: number }[] = [];
  readonly #data: PreparedData;
  readonly #number: number;
  readonly #random: Random;
  #client: RawClient | undefined;

  constructor(data: PreparedData, number: number, random: Random) {
    this.#data = data;
    this.#number = number;
    this.#random = random;
  }

  /** Works until the server is gone, or until it is over. */
  async work(port: number, isOver: () => boolean = () => false): Promise<void> {
    this.#client = new RawClient(port, this.#data.tokens[this.#number] ?? '');
    try {
      while (!isOver()) {
        if (this.pending) this.retries += 1;
        this.pending ??= this.#next();
        await this.#play(this.pending);
      }
    } catch (error) {
      if (!(error instanceof AnswerLost)) throw error;
    } finally {
      this.#client.close();
    }
  }

  async #play(step: Step): Promise<void> {
    const { key } = step.command;
    const { status, text } = await this.#ask(step.command);
    if (status === 503) {
      // Nobody knows whether it was done: the same again, with the same key.
      await sleep(askAgainMs);
      return;
    }
    if (status !== 200) {
      this.wrong.push(`${step.command.path}: ${status} ${text.slice(0, 200)}`);
      this.pending = undefined;
      return;
    }
    step.apply(step.sheet);
    this.answers.set(key, text);
    const { seq } = JSON.parse(text) as { seq: number };
    this.acknowledged.push({ at: performance.now(), seq });
    this.pending = undefined;
    if (!this.#random.chance(0.15)) return;
    // A tap that was sent twice, or whose answer came too late to be believed.
    const again = await this.#ask(step.command);
    if (again.status !== 503 && again.text !== text)
      this.wrong.push(`${step.command.path}: another answer the second time`);
  }

  #ask(command: Sent): Promise<{ status: number; text: string }> {
    if (!this.#client) throw new Error('not at work');
    return this.#client.ask(command);
  }

  #next(): Step {
    const sheet = this.sheets.at(-1);
    if (!sheet || sheet.isPaid) return this.#open();
    if (sheet.lines.size < this.#random.integer(1, 4)) return this.#add(sheet);
    return this.#pay(sheet);
  }

  #open(): Step {
    const sheet = {
      orderId: id(),
      lines: new Map<string, number>(),
      payments: new Map<string, number>(),
      due: 0,
      isPaid: false,
    };
    const tableId = this.#random.chance(0.5) ? this.#data.tables[this.#number] : undefined;
    const body = {
      orderId: sheet.orderId,
      dining: tableId ? 'here' : 'to_go',
      tableId: tableId ?? null,
      covers: 2,
    };
    this.sheets.push(sheet);
    return step(sheet, '/orders', body, () => {});
  }

  #add(sheet: Sheet): Step {
    const { itemId, portionId, price } = this.#random.pick(this.#data.dishes);
    const [lineId, quantity] = [id(), this.#random.integer(1, 3)];
    const body = { lineId, itemId, portionId, quantity, note: lineId };
    return step(sheet, `/orders/${sheet.orderId}/lines`, body, (own) => {
      own.lines.set(lineId, quantity);
      own.due += quantity * price;
    });
  }

  #pay(sheet: Sheet): Step {
    const paymentId = id();
    const isPart = sheet.due > 100 && this.#random.chance(0.3);
    const applied = isPart ? this.#random.integer(1, sheet.due - 1) : sheet.due;
    const body = { paymentId, tenderId: 'card', tendered: applied, tip: 0 };
    return step(sheet, `/orders/${sheet.orderId}/payments`, body, (own) => {
      own.payments.set(paymentId, applied);
      own.due -= applied;
      own.isPaid = own.due === 0;
    });
  }
}

function step(sheet: Sheet, path: string, body: object, apply: (sheet: Sheet) => void): Step {
  return { sheet, command: { method: 'POST', path, body, key: id() }, apply };
}

function id(): string {
  return newId(Date.now(), randomBytes);
}
