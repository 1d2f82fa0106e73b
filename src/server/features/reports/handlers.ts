import {
  exportSalesReport as exportRoute,
  getSalesReport as reportRoute,
  getToday as todayRoute,
} from '../../../contract/reports.ts';
import { plain } from '../../access/session.ts';
import { commandsAfter, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { record } from '../../journal/record.ts';
import { getToday } from './get-today.ts';
import { readReports } from './read-reports.ts';
import { reportCsv } from './report-csv.ts';
import { checkRange, comparedRange } from './report-range.ts';

export const reportsHandlers: readonly Handler[] = [
  reads(reportRoute, async ({ deps, tx }, { query }) => {
    const range = checkRange(query);
    const ranges = query.compare ? [range, comparedRange(range, query.compare)] : [range];
    const [report, compared] = await readReports(deps, tx, ranges);
    if (!report) throw new Error('a report without a report');
    return { report, compared: compared ?? null };
  }),
  commandsAfter(
    exportRoute,
    // Added up before the transaction: a long export makes no sale wait.
    async (deps, { body }) => {
      const range = checkRange(body);
      const [report] = await deps.database.read((tx) => readReports(deps, tx, [range]));
      if (!report) throw new Error('a report without a report');
      return report;
    },
    async ({ deps, tx, who, at }, { body }, report) => {
      const { from, to, format } = body;
      await record(deps, tx, [{ type: 'report_exported', at, by: plain(who), from, to, format }]);
      return {
        fileName: `sales-${from}-${to}.${format}`,
        mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
        content: format === 'csv' ? reportCsv(report) : `${JSON.stringify(report, null, 2)}\n`,
      };
    },
  ),
  reads(todayRoute, async ({ deps, tx }) => getToday(deps, tx)),
];
