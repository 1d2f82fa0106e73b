/** Prints rows of figures with a head and aligned columns, as a text that can go into a report. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) =>
    Math.max(head.length, ...rows.map((row) => String(row[head]).length)),
  );
  const line = (cells: readonly (string | number | undefined)[]): string =>
    `| ${cells.map((cell, i) => String(cell ?? '').padEnd(widths[i] ?? 0)).join(' | ')} |`;
  console.log(line(heads));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rows) console.log(line(heads.map((head) => row[head])));
}
