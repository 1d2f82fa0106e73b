import { readFileSync } from 'node:fs';
import { refusals } from '../../domain/refusal.ts';
import { RowsRefused } from '../imports/refused-rows.ts';
import type { RefusedRow } from '../imports/refused-rows.ts';
import { Refused } from '../refused.ts';
import { CommandRefused } from './command.ts';
import type { CommandContext } from './command.ts';

/** The bytes of a file that is to be imported. */
export function readImportFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'There is no such file'
        : code === 'EISDIR'
          ? 'That is a directory'
          : code === 'EACCES'
            ? 'That file may not be read'
            : `That file cannot be read (${code ?? 'unknown'})`;
    throw new CommandRefused(`${why}: ${path}`, { cause: error });
  }
}

/** Says which rows were refused: to people on standard error, to programs with the rest of the answer. */
export function sayRefusedRows(
  context: Pick<CommandContext, 'say'>,
  rows: readonly RefusedRow[],
): void {
  for (const { row, column, value, reason } of rows) {
    const place = column === '' ? `row ${row}` : `row ${row}, ${column}`;
    context.say(value === '' ? `  ${place}: ${reason}` : `  ${place} "${value}": ${reason}`);
  }
}

/** Answers a refused file: each bad row with its reason, and that nothing was imported. */
export function sayRefusedFile(
  context: CommandContext,
  error: unknown,
  command: string,
  asJson: ((refused: readonly RefusedRow[], reason: string) => object) | undefined,
): 1 {
  if (!(error instanceof Refused) || error.code !== 'import_refused') throw error;
  const rows = error instanceof RowsRefused ? error.rows : [];
  const reason = String(error.facts?.['reason'] ?? refusals.import_refused.title);
  if (asJson) context.print(JSON.stringify(asJson(rows, reason)));
  context.say(`armorpos ${command}: ${reason}`);
  sayRefusedRows(context, rows);
  return 1;
}
