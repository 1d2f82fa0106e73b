import { parse } from 'csv-parse/sync';
import type { CsvError } from 'csv-parse/sync';
import { refusedRow, refuseFile } from './refused-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export type Delimiter = ',' | ';' | '\t';
const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** What a file may hold; names are those of the header, in any order and case. */
export type Columns<Name extends string> = {
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
};

export type CsvRow<Name extends string> = {
  readonly row: number;
  /** Trimmed, on one line; empty where the file has no such column. */
  readonly cells: Readonly<Record<Name, string>>;
};

export type CsvTable<Name extends string> = {
  readonly delimiter: Delimiter;
  readonly rows: readonly CsvRow<Name>[];
  /** Rows with too many or too few cells, or with control characters. */
  readonly refused: readonly RefusedRow[];
};

/**
 * Reads a CSV file: UTF-8 with or without a mark, comma, semicolon or tab as the header shows, RFC 4180
 * quotes. Refusal: import_refused with a sentence, where no row of it can be understood.
 */
export function readCsv<Name extends string>(
  bytes: Uint8Array,
  columns: Columns<Name>,
): CsvTable<Name> {
  const text = decode(bytes);
  const delimiter = findDelimiter(text, [...columns.required, ...columns.optional]);
  const records = split(text, delimiter);
  const header = (records[0] ?? []).map(headerName);
  const places = placeColumns(header, columns);
  const clean = cleaner(text);
  const hasControls = control.test(text);
  const rows: CsvRow<Name>[] = [];
  const refused: RefusedRow[] = [];
  for (let i = 1; i < records.length; i += 1) {
    const record = records[i] ?? [];
    const row = i + 1;
    if (record.every(isBlank)) continue;
    const wrong = wrongCells(record, header, row, hasControls);
    if (wrong) {
      refused.push(wrong);
      continue;
    }
    const cells = {} as Record<Name, string>;
    for (const [name, place] of places) {
      cells[name] = place === undefined ? '' : clean(record[place] ?? '');
    }
    rows.push({ row, cells });
  }
  return { delimiter, rows, refused };
}

function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) refuseFile('The file is empty.');
  if (looksLikeUtf16(bytes)) {
    refuseFile(
      'The file is in UTF-16. Save it as UTF-8 (in Excel: “CSV UTF-8”) and import it again.',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder says so by throwing; the sentence below says what to do about it.
    return refuseFile(
      'The file is not in UTF-8. Save it as UTF-8 (in Excel: “CSV UTF-8”) and import it again.',
    );
  }
}

/** By its mark, or by the empty byte that every second one then is in Western text. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 && second !== 0) || (first !== 0 && second === 0);
}

/** The delimiter under which most of the header's names are known. */
function findDelimiter(text: string, names: readonly string[]): Delimiter {
  const counts = delimiters.map((delimiter) => {
    const [header = []] = split(text, delimiter, 1);
    return { delimiter, known: header.filter((cell) => names.includes(headerName(cell))).length };
  });
  return counts.reduce((best, next) => (next.known > best.known ? next : best)).delimiter;
}

function split(text: string, delimiter: Delimiter, rows?: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      // A pizza of 12" is a common cell that RFC 4180 would want quoted.
      relax_quotes: true,
      ...(rows === undefined ? {} : { to: rows }),
    });
  } catch (error) {
    const { code, records } = error as CsvError & { records?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED') {
      return refuseFile(`Row ${(records ?? 0) + 1}: a quotation mark is opened and never closed.`);
    }
    throw error;
  }
}

function headerName(cell: string): string {
  return cell.trim().toLowerCase().replaceAll(' ', '_');
}

function placeColumns<Name extends string>(
  header: readonly string[],
  { required, optional }: Columns<Name>,
): readonly (readonly [Name, number | undefined])[] {
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    refuseFile(
      `The header (row 1) lacks ${missing.join(', ')}. It needs ${required.join(', ')}` +
        `${optional.length > 0 ? ` and may have ${optional.join(', ')}` : ''}.`,
    );
  }
  return [...required, ...optional].map((name) => {
    const place = header.indexOf(name);
    if (place !== header.lastIndexOf(name)) {
      refuseFile(`The header (row 1) names the column ${name} twice.`);
    }
    return [name, place === -1 ? undefined : place] as const;
  });
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

function wrongCells(
  record: readonly string[],
  header: readonly string[],
  row: number,
  hasControls: boolean,
): RefusedRow | undefined {
  if (record.length !== header.length && !record.slice(header.length).every(isBlank)) {
    return refusedRow(row, '', '', cellCount(record, header));
  }
  if (record.length < header.length) return refusedRow(row, '', '', cellCount(record, header));
  // A file without any is seen at one look.
  const place = hasControls ? record.findIndex((cell) => control.test(cell)) : -1;
  if (place === -1) return undefined;
  const value = (record[place] ?? '').replace(/\p{Cc}/gu, '\ufffd');
  return refusedRow(row, header[place] ?? '', value, 'Control characters have no place in a file.');
}

function cellCount(record: readonly string[], header: readonly string[]): string {
  return `The row has ${record.length} cells where the header has ${header.length}.`;
}

// Line breaks inside quotes are part of RFC 4180; they become spaces.
const control = /[^\P{Cc}\r\n]/u;

/** One form of every accent, one line, and the apostrophe gone that keeps a spreadsheet from running a cell (H4). */
function cleaner(text: string): (cell: string) => string {
  const quoted = text.includes('"');
  const plain = !/\P{ASCII}/u.test(text);
  return (cell) => {
    let clean = cell.trim();
    if (!plain) clean = clean.normalize('NFC');
    if (quoted && /[\r\n]/.test(clean)) clean = clean.replace(/\s*[\r\n]+\s*/g, ' ');
    return clean.startsWith("'") && guarded.test(clean) ? clean.slice(1) : clean;
  };
}

const guarded = /^'[=+\-@＝＋－＠]/;
