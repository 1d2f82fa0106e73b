import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Reading } from '../db/engine.ts';
import type { Deps } from '../deps.ts';
import { journalLines } from '../exports/journal-lines.ts';
import { menuExportColumns, menuRows } from '../exports/menu-rows.ts';
import { saleExportColumns, saleRows } from '../exports/sale-rows.ts';
import { checkRange } from '../features/reports/report-range.ts';
import { record } from '../journal/record.ts';
import { Refused } from '../refused.ts';
import { csvLine } from '../safe-csv.ts';
import type { CsvCell } from '../safe-csv.ts';
import { CommandRefused, everywhere, placeOf, readArguments, WrongUsage } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { withTill } from './with-till.ts';

type Lines = AsyncIterable<string>;
type Range = { readonly from: string; readonly to: string };

/** The menu as the file that `import menu` reads. */
export const exportMenu: Command = {
  name: 'export menu',
  usage: 'export menu [--out FILE] [--json] [--data DIR]',
  run: async (context) => {
    const { values } = readArguments(context, { ...everywhere, out: { type: 'string' } });
    return exportLines(context, values, 'menu', wholeTime, (_deps, tx) =>
      asText(menuExportColumns, menuRows(tx), values.json ?? false),
    );
  },
};

/** Closed sales, line by line, as the file that `import sales` reads. */
export const exportSales: Command = {
  name: 'export sales',
  usage: 'export sales [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--out FILE] [--json] [--data DIR]',
  run: async (context) => {
    const { values } = readArguments(context, {
      ...everywhere,
      out: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
    });
    const range = rangeOf(values.from ?? wholeTime.from, values.to ?? wholeTime.to);
    return exportLines(context, values, 'sales', range, (deps, tx) =>
      asText(saleExportColumns, saleRows(tx, deps.site, range), values.json ?? false),
    );
  },
};

/** Every entry of the journal with its hash, one JSON object a line (J3). */
export const exportJournal: Command = {
  name: 'export journal',
  usage: 'export journal [--out FILE] [--json] [--data DIR]',
  run: async (context) => {
    const { values } = readArguments(context, { ...everywhere, out: { type: 'string' } });
    return exportLines(context, values, 'journal', wholeTime, (deps, tx) =>
      journalLines(tx, deps.site),
    );
  },
};

const wholeTime: Range = { from: '1970-01-01', to: '9999-12-31' };

function rangeOf(from: string, to: string): Range {
  try {
    return checkRange({ from, to });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new WrongUsage(error.fields?.[0]?.message ?? '--from must not be after --to.', {
      cause: error,
    });
  }
}

/** Writes the lines to the file or to standard output, then journals that they left the till (J2). */
async function exportLines(
  context: CommandContext,
  values: { readonly data?: string | undefined; readonly out?: string | undefined },
  what: 'menu' | 'sales' | 'journal',
  { from, to }: Range,
  lines: (deps: Deps, tx: Reading) => Lines,
): Promise<number> {
  await withTill(placeOf(context, values), async (deps) => {
    const sink = values.out === undefined ? standardOutput(context) : newFile(values.out);
    try {
      await deps.database.read(async (tx) => {
        for await (const line of lines(deps, tx)) sink.write(line);
      });
      await deps.database.write((tx) =>
        record(deps, tx, [
          { type: 'report_exported', at: deps.now(), by: null, from, to, format: what },
        ]),
      );
      sink.close();
    } catch (error) {
      sink.discard();
      throw error;
    }
  });
  if (values.out !== undefined) context.say(`Wrote ${values.out}`);
  return 0;
}

type Sink = { write(line: string): void; close(): void; discard(): void };

function standardOutput({ print }: Pick<CommandContext, 'print'>): Sink {
  return {
    write: (line) => print(line.replace(/\n$/, '')),
    close: () => {},
    discard: () => {},
  };
}

/** Readable by its owner alone: it holds people's names and a restaurant's takings. */
function newFile(path: string): Sink {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandRefused(
      code === 'EEXIST'
        ? `${path} is there already. Choose another name.`
        : `${path} cannot be written (${code ?? 'unknown'}).`,
      { cause: error },
    );
  }
  let waiting = '';
  const flush = (): void => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    write(line) {
      waiting += line;
      if (waiting.length > 65_536) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
    discard() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

/** The rows as CSV with a header, or as one JSON object a line. */
async function* asText<Column extends string>(
  columns: readonly Column[],
  rows: AsyncIterable<Readonly<Record<Column, CsvCell>>>,
  json: boolean,
): Lines {
  if (!json) yield csvLine(columns);
  for await (const row of rows) {
    yield json ? `${JSON.stringify(row)}\n` : csvLine(columns.map((column) => row[column]));
  }
}
