import { Refused } from '../refused.ts';

/** A row that cannot be taken, numbered as a spreadsheet shows it: the header is row 1. */
export type RefusedRow = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  /** A sentence that says what is wrong and what would be right. */
  readonly reason: string;
};

const shownRows = 200;
const shownValue = 80;

export function refusedRow(row: number, column: string, value: string, reason: string): RefusedRow {
  return { row, column, value: value.slice(0, shownValue), reason };
}

/** The whole file is of no use: the sentence says why and what to do. */
export function refuseFile(reason: string): never {
  throw new Refused('import_refused', { reason });
}

/** The rows for which a whole file was refused; the answer names the first of them and counts all. */
export class RowsRefused extends Refused {
  readonly rows: readonly RefusedRow[];
  constructor(rows: readonly RefusedRow[]) {
    super(
      'import_refused',
      { reason: refusedRowsSentence(rows), refused: rows.length },
      rows.slice(0, shownRows).map(({ row, column, value, reason }) => ({
        path: `rows.${row}.${column}`,
        message: value === '' ? reason : `“${value}”: ${reason}`,
      })),
    );
    this.rows = rows;
  }
}

function refusedRowsSentence(rows: readonly RefusedRow[]): string {
  return rows.length === 1
    ? 'One row was refused, so nothing was imported.'
    : `${rows.length} rows were refused, so nothing was imported.`;
}
