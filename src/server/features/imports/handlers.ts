import { importMenu as importMenuRoute } from '../../../contract/menu.ts';
import { importSales as importSalesRoute } from '../../../contract/reports.ts';
import { plain } from '../../access/session.ts';
import { commandsAfter } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { importMenu, readMenuFile } from '../../imports/import-menu.ts';
import { importSales, readSalesFile } from '../../imports/import-sales.ts';
import { Refused } from '../../refused.ts';

export const importsHandlers: readonly Handler[] = [
  commandsAfter(
    importMenuRoute,
    async (_deps, { body }) => readMenuFile(bytesOf(body)),
    async ({ deps, tx, who, at }, { query }, file) =>
      importMenu(deps, tx, file, {
        at,
        by: plain(who),
        skipBadRows: query.skipBadRows === 'true',
        taxesOfOthers: readTaxesOfOthers(query.taxesOfOthers ?? 'none'),
      }),
  ),
  commandsAfter(
    importSalesRoute,
    async (_deps, { body }) => readSalesFile(bytesOf(body)),
    async ({ deps, tx, who, at }, { query }, file) =>
      importSales(deps, tx, file, {
        at,
        by: plain(who),
        skipBadRows: query.skipBadRows === 'true',
        pricesIncludeTax: query.pricesIncludeTax === 'true',
      }),
  ),
];

function readTaxesOfOthers(text: string): 'ask' | readonly string[] {
  if (text === 'ask') return text;
  return text === 'none' ? [] : text.split(',');
}

function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array)) throw new Refused('media_type');
  return body;
}
