import { Problem } from '../../api/problem.ts';

export type RefusedRow = { row: string; column: string; reason: string };

/** The rows of a refused import, out of its problem: paths are `rows.<row>.<column>`. */
export function refusedRows(error: unknown): RefusedRow[] {
  if (!(error instanceof Problem)) return [];
  return error.fields.flatMap(({ path, message }) => {
    const match = /^rows\.(\d+)\.(.*)$/.exec(path);
    return match ? [{ row: match[1] ?? '', column: match[2] ?? '', reason: message }] : [];
  });
}
