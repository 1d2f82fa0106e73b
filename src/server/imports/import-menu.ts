import { createHash } from 'node:crypto';
import type { MenuImport } from '../../contract/menu.ts';
import type { Person } from '../../domain/order/order.ts';
import type { JournalEvent } from '../../domain/journal-event.ts';
import type { Tx } from '../db/engine.ts';
import type { Deps } from '../deps.ts';
import { record } from '../journal/record.ts';
import { listCategories, listItems, listTaxes } from '../load-menu.ts';
import { loadSite } from '../load-site.ts';
import { newId } from '../new-id.ts';
import { readCsv } from './csv.ts';
import type { CsvTable } from './csv.ts';
import { isRefused, menuColumns, readMenuRow } from './menu-rows.ts';
import type { MenuColumn, MenuRow } from './menu-rows.ts';
import { planMenu } from './plan-menu.ts';
import type { MenuPlan } from './plan-menu.ts';
import { Refused } from '../refused.ts';
import { RowsRefused } from './refused-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

/** A menu file whose cells have been told apart; nothing of it is checked yet. */
export type MenuFile = { readonly table: CsvTable<MenuColumn>; readonly sha256: string };

export type MenuImportOptions = {
  readonly skipBadRows: boolean;
  /** The taxes of new items that name none in the file; `ask` refuses until that is said. None where left out. */
  readonly taxesOfOthers?: 'ask' | readonly string[];
  readonly at: number;
  readonly by: Person | null;
};

type Ledger = Pick<Deps, 'site' | 'announcer' | 'randomBytes'>;

/** Refusal: import_refused, where the file cannot be read as a menu. */
export function readMenuFile(bytes: Uint8Array): MenuFile {
  return {
    table: readCsv(bytes, menuColumns),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/**
 * Brings the menu to what the file says: adds and updates, never removes; twice is the same as once.
 * Refusals: import_refused with the rows, unless bad rows are skipped; taxes_undecided with the items; not_found
 * for a tax that is none.
 */
export async function importMenu(
  deps: Ledger,
  tx: Tx,
  file: MenuFile,
  options: MenuImportOptions,
): Promise<MenuImport> {
  const { exponent } = await loadSite(tx);
  const rows: MenuRow[] = [];
  const refused: RefusedRow[] = [...file.table.refused];
  for (const row of file.table.rows) {
    const read = readMenuRow(row, { delimiter: file.table.delimiter, exponent });
    if (isRefused(read)) refused.push(read);
    else rows.push(read);
  }
  const before = {
    categories: await listCategories(tx),
    items: await listItems(tx),
    taxes: await listTaxes(tx),
  };
  const others = options.taxesOfOthers ?? [];
  const otherTaxes = others === 'ask' ? [] : others;
  if (otherTaxes.some((id) => before.taxes.every(({ taxId }) => taxId !== id))) {
    throw new Refused('not_found');
  }
  const plan = planMenu(before, rows, () => newId(options.at, deps.randomBytes), otherTaxes);
  refused.push(...plan.refused);
  refused.sort((a, b) => a.row - b.row);
  if (refused.length > 0 && !options.skipBadRows) throw new RowsRefused(refused);
  if (others === 'ask' && plan.untaxed > 0 && before.taxes.length > 0) {
    throw new Refused('taxes_undecided', { items: plan.untaxed });
  }
  if (plan.added + plan.changed > 0) {
    await record(deps, tx, toEvents(plan, file, options, refused.length));
  }
  return {
    added: plan.added,
    changed: plan.changed,
    unchanged: plan.unchanged,
    refused,
    categoriesAdded: plan.categories.length,
    itemsAdded: plan.items.filter((item) => item.before === null).length,
  };
}

type MenuEvent = Extract<
  JournalEvent,
  { type: 'tax_saved' | 'category_saved' | 'item_saved' | 'import_finished' }
>;

function toEvents(
  plan: MenuPlan,
  file: MenuFile,
  { at, by }: MenuImportOptions,
  refused: number,
): MenuEvent[] {
  return [
    ...plan.taxes.map((after) => ({ type: 'tax_saved' as const, at, by, before: null, after })),
    ...plan.categories.map((after) => ({
      type: 'category_saved' as const,
      at,
      by,
      before: null,
      after,
    })),
    ...plan.items.map(({ before, after }) => ({
      type: 'item_saved' as const,
      at,
      by,
      before,
      after,
    })),
    {
      type: 'import_finished',
      at,
      by,
      kind: 'menu',
      sha256: file.sha256,
      added: plan.added,
      changed: plan.changed,
      known: plan.unchanged,
      refused,
    },
  ];
}
