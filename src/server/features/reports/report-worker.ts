import { parentPort, workerData } from 'node:worker_threads';
import { sqliteBuilder, sqliteReading } from '../../db/sqlite/open.ts';
import { SqliteFile } from '../../db/sqlite/connection.ts';
import type { ReportJob } from './read-reports.ts';
import { salesReport } from './sales-report.ts';

// A thread of its own: a report over years is added up beside the till and never stalls a sale.
const { path } = workerData as { path: string };
const sql = sqliteBuilder();

parentPort?.on('message', (job: ReportJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  void answer(job).then((message) => parentPort?.postMessage(message));
});

async function answer({
  site,
  ranges,
}: ReportJob): Promise<{ reports?: unknown; failed?: string }> {
  // Opened for each job: a file kept open would go on showing the till as it was before a restore.
  const file = new SqliteFile(path, { readOnly: true });
  try {
    const tx = sqliteReading(file, sql);
    file.run('begin');
    const reports = [];
    for (const range of ranges) reports.push(await salesReport(tx, site, range));
    file.run('commit');
    return { reports };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    file.close();
  }
}
