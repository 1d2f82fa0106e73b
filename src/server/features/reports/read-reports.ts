import type { Worker } from 'node:worker_threads';
import type { SalesReport } from '../../../contract/reports.ts';
import type { Database, Reading } from '../../db/engine.ts';
import type { Deps } from '../../deps.ts';
import { startThread } from '../../program-files.ts';
import { daysOf } from './report-range.ts';
import type { ReportRange } from './report-range.ts';
import { salesReport } from './sales-report.ts';

export type ReportJob = { readonly site: string; readonly ranges: readonly ReportRange[] };
type Ledger = Pick<Deps, 'site'> & { readonly database: Pick<Database, 'file'> };
type Answer = { readonly reports?: SalesReport[]; readonly failed?: string };

/** Up to this many days add up in a few milliseconds, sooner than a thread is asked. */
const shortDays = 100;
const idleMs = 30_000;

/**
 * The reports of these ranges, all as of one moment. Long ones are added up in a thread of their own, so
 * that no sale waits for them; `tx` serves short ones, and tills whose data is not a file.
 */
export async function readReports(
  deps: Ledger,
  tx: Reading,
  ranges: readonly ReportRange[],
): Promise<SalesReport[]> {
  const path = deps.database.file;
  const days = ranges.reduce((sum, range) => sum + daysOf(range), 0);
  if (path === null || days <= shortDays) {
    const reports = [];
    for (const range of ranges) reports.push(await salesReport(tx, deps.site, range));
    return reports;
  }
  return readerOf(path).read({ site: deps.site, ranges });
}

const readers = new Map<string, ReportReader>();

function readerOf(path: string): ReportReader {
  const reader = readers.get(path) ?? new ReportReader(path, () => readers.delete(path));
  readers.set(path, reader);
  return reader;
}

/** One thread for one file, one job at a time; it ends when nobody has asked for a while. */
class ReportReader {
  readonly #worker: Worker;
  readonly #ended: () => void;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #waiting = 0;

  constructor(path: string, ended: () => void) {
    this.#ended = ended;
    this.#worker = startThread('features/reports/report-worker.ts', { path });
    this.#worker.once('exit', ended);
    // A till that is told to stop does not wait for a thread that has nothing to do.
    this.#worker.unref();
  }

  read(job: ReportJob): Promise<SalesReport[]> {
    clearTimeout(this.#idle);
    this.#waiting += 1;
    const answer = this.#last.then(() => this.#ask(job));
    this.#last = answer
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#endWhenIdle();
      });
    return answer;
  }

  #ask(job: ReportJob): Promise<SalesReport[]> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const done = (): void => {
        worker.off('message', take).off('error', fail).off('exit', exit);
        worker.unref();
      };
      const take = ({ reports, failed }: Answer): void => {
        done();
        if (reports) resolve(reports);
        else reject(new Error(`the report failed: ${failed}`));
      };
      const fail = (error: unknown): void => {
        done();
        this.#ended();
        reject(error);
      };
      const exit = (): void => fail(new Error('the thread that adds up reports has ended'));
      worker.on('message', take).on('error', fail).on('exit', exit);
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(job);
    });
  }

  #endWhenIdle(): void {
    this.#idle = setTimeout(() => {
      this.#ended();
      void this.#worker.terminate();
    }, idleMs).unref();
  }
}
