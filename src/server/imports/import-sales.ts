import { createHash } from 'node:crypto';
import type { SalesImport } from '../../contract/reports.ts';
import type { SaleImported } from '../../domain/journal-event.ts';
import type { Person } from '../../domain/order/order.ts';
import { add, nothing } from '../../domain/money.ts';
import { rememberName } from '../access/aliases.ts';
import type { Reading, Tx } from '../db/engine.ts';
import type { Deps } from '../deps.ts';
import { record, recordImportedSales } from '../journal/record.ts';
import { loadSite } from '../load-site.ts';
import { newId } from '../new-id.ts';
import { DaySums } from '../projections/day-totals.ts';
import { importedContentHash } from '../projections/project-sale-imported.ts';
import { readCsv } from './csv.ts';
import type { CsvTable } from './csv.ts';
import { groupSales } from './group-sales.ts';
import type { SaleDraft } from './group-sales.ts';
import { momentReader } from './local-moment.ts';
import { refusedRow, RowsRefused } from './refused-rows.ts';
import type { RefusedRow } from './refused-rows.ts';
import { saleColumns } from './sale-rows.ts';
import type { SaleColumn } from './sale-rows.ts';

/** A sales file whose cells have been told apart; nothing of it is checked yet. */
export type SalesFile = { readonly table: CsvTable<SaleColumn>; readonly sha256: string };

export type SalesImportOptions = {
  readonly skipBadRows: boolean;
  readonly pricesIncludeTax: boolean;
  readonly at: number;
  readonly by: Person | null;
  readonly progress?: (done: number, all: number) => void;
};

type Ledger = Pick<Deps, 'site' | 'announcer' | 'secrets' | 'randomBytes'>;

const dayMs = 86_400_000;
const salesAtOnce = 1_000;

/** Refusal: import_refused, where the file cannot be read as sales. */
export function readSalesFile(bytes: Uint8Array): SalesFile {
  return {
    table: readCsv(bytes, saleColumns),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/**
 * Takes over closed sales of the past: journaled, in every report, with their own numbers as external
 * ones and no receipt number. A sale that is known with the same content changes nothing. Refusal:
 * import_refused with the rows, unless bad rows are skipped.
 */
export async function importSales(
  deps: Ledger,
  tx: Tx,
  file: SalesFile,
  options: SalesImportOptions,
): Promise<SalesImport> {
  const site = await loadSite(tx);
  const { drafts, refused, leftOut } = groupSales(file.table, {
    delimiter: file.table.delimiter,
    exponent: site.exponent,
    pricesIncludeTax: options.pricesIncludeTax,
    momentOf: momentReader(site),
    // A till whose clock is a little behind still takes yesterday's sales of its neighbour.
    latest: options.at + dayMs,
  });
  const sales = await toEvents(deps, tx, drafts, options);
  const { fresh, known, differing } = await tellApart(deps, tx, sales);
  const wrong = [...refused, ...differing].sort(byRow);
  if (wrong.length > 0 && !options.skipBadRows) throw new RowsRefused(wrong);
  const bad = [...wrong, ...leftOut].sort(byRow);

  const sums = new DaySums(deps.site);
  for (let done = 0; done < fresh.length; done += salesAtOnce) {
    await recordImportedSales(deps, tx, fresh.slice(done, done + salesAtOnce), sums);
    options.progress?.(Math.min(done + salesAtOnce, fresh.length), fresh.length);
  }
  await sums.write(tx);
  if (fresh.length > 0) {
    await record(deps, tx, [
      {
        type: 'import_finished',
        at: options.at,
        by: options.by,
        kind: 'sales',
        sha256: file.sha256,
        added: fresh.length,
        changed: 0,
        known,
        refused: bad.length,
      },
    ]);
  }
  return summary(fresh, known, bad);
}

function byRow(a: RefusedRow, b: RefusedRow): number {
  return a.row - b.row;
}

type RowedSale = { readonly row: number; readonly sale: SaleImported };

async function toEvents(
  deps: Ledger,
  tx: Tx,
  drafts: readonly SaleDraft[],
  { at, by }: SalesImportOptions,
): Promise<RowedSale[]> {
  const aliases = new Map([['', '']]);
  for (const { cashier } of drafts) {
    if (!aliases.has(cashier)) aliases.set(cashier, await rememberName(deps, tx, cashier));
  }
  const random = deps.randomBytes(16 * drafts.length);
  return drafts.map(({ row, cashier, ...draft }, i) => ({
    row,
    sale: {
      type: 'sale_imported',
      at,
      by,
      // Ids of a file then ascend with its sales, which is also the order that B-trees like.
      orderId: newId(draft.soldAt, () => random.subarray(16 * i, 16 * i + 16)),
      ...draft,
      cashier: aliases.get(cashier) ?? '',
    },
  }));
}

type ToldApart = {
  readonly fresh: readonly SaleImported[];
  readonly known: number;
  readonly differing: readonly RefusedRow[];
};

/** New sales, sales known as they are, and sales known otherwise: those are refused. */
async function tellApart(
  deps: Ledger,
  tx: Reading,
  sales: readonly RowedSale[],
): Promise<ToldApart> {
  const hashes = await knownHashes(
    deps,
    tx,
    sales.map(({ sale }) => sale.external),
  );
  const fresh: SaleImported[] = [];
  const differing: RefusedRow[] = [];
  for (const { row, sale } of sales) {
    const hash = hashes.get(sale.external);
    if (hash === undefined) {
      fresh.push(sale);
    } else if (hash !== importedContentHash(sale)) {
      differing.push(
        refusedRow(
          row,
          'order',
          sale.external,
          'This order was imported before with other content. It stays as it was.',
        ),
      );
    }
  }
  return { fresh, known: sales.length - fresh.length - differing.length, differing };
}

async function knownHashes(
  { site }: Ledger,
  tx: Reading,
  externals: readonly string[],
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (let start = 0; start < externals.length; start += salesAtOnce) {
    const rows = await tx.all(
      tx.sql
        .selectFrom('orders')
        .select(['external', 'external_hash'])
        .where('site', '=', site)
        .where('external', 'in', externals.slice(start, start + salesAtOnce)),
    );
    for (const row of rows) hashes.set(row.external ?? '', row.external_hash ?? '');
  }
  return hashes;
}

function summary(
  fresh: readonly SaleImported[],
  known: number,
  refused: readonly RefusedRow[],
): SalesImport {
  let first: string | null = null;
  let last: string | null = null;
  let lines = 0;
  let items = 0;
  let total = nothing;
  for (const sale of fresh) {
    if (first === null || sale.businessDate < first) first = sale.businessDate;
    if (last === null || sale.businessDate > last) last = sale.businessDate;
    lines += sale.lines.length;
    items += sale.lines.reduce((sum, line) => sum + line.quantity, 0);
    total = add(total, sale.total);
  }
  return {
    orders: fresh.length,
    lines,
    items,
    total,
    first_business_date: first,
    last_business_date: last,
    already_known: known,
    refused: [...refused],
  };
}
