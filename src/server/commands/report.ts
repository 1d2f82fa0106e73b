import type { SalesReport } from '../../contract/reports.ts';
import { readReports } from '../features/reports/read-reports.ts';
import { reportCsv } from '../features/reports/report-csv.ts';
import { checkRange } from '../features/reports/report-range.ts';
import { Refused } from '../refused.ts';
import { refusals } from '../../domain/refusal.ts';
import { everywhere, placeOf, readArguments, WrongUsage } from './command.ts';
import type { Command } from './command.ts';
import { printReport } from './print-report.ts';
import { withTill } from './with-till.ts';

/** The sales of a range of business dates: a table for people, JSON or CSV for programs. */
export const report: Command = {
  name: 'report',
  usage: 'report --from YYYY-MM-DD --to YYYY-MM-DD [--json | --csv] [--data DIR]',
  async run(context) {
    const { values } = readArguments(context, {
      ...everywhere,
      csv: { type: 'boolean' },
      from: { type: 'string' },
      to: { type: 'string' },
    });
    const { from, to } = values;
    if (from === undefined || to === undefined) throw new WrongUsage('It needs --from and --to.');
    if (values.json && values.csv) throw new WrongUsage('Choose --json or --csv.');
    const range = datesOrWrongUsage(from, to);
    const sales = await withTill(placeOf(context, values), (deps) =>
      // No sale waits for this process: it adds up where it is.
      deps.database.read((tx) =>
        readReports({ site: deps.site, database: { file: null } }, tx, [range]),
      ),
    );
    for (const each of sales) context.print(write(each, values));
    return 0;
  },
};

function datesOrWrongUsage(from: string, to: string): { from: string; to: string } {
  try {
    return checkRange({ from, to });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const message = error.fields?.[0]?.message ?? refusals[error.code].title;
    throw new WrongUsage(message, { cause: error });
  }
}

function write(sales: SalesReport, how: { json?: boolean; csv?: boolean }): string {
  if (how.json) return JSON.stringify(sales);
  return how.csv ? reportCsv(sales).trimEnd() : printReport(sales);
}
