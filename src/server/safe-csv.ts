/** A cell: text, or a number that stays one. */
export type CsvCell = string | number;

/**
 * CSV text after RFC 4180, marked as UTF-8 for Excel. A cell of text that a spreadsheet would run as a
 * formula gets an apostrophe in front (H4); numbers and amounts are written by `amountText` and stay numbers.
 */
export function safeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map(csvLine).join('')}`;
}

/** One line of `safeCsv`, for files that are written row by row. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

// Also the wide forms, which spreadsheets in Chinese and Japanese take for the narrow ones.
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/;
const needsQuotes = /[",\r\n]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

function cell(value: CsvCell): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Minor units as a decimal with a point, digit by digit: -1250 with two decimals is "-12.50". */
export function amountText(minor: number, exponent: number): string {
  if (exponent === 0) return String(minor);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
