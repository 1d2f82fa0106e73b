import { importSales as importSalesFile, readSalesFile } from '../imports/import-sales.ts';
import { loadSite } from '../load-site.ts';
import { everywhere, placeOf, readArguments } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { moneyWriter } from './money-writer.ts';
import { readImportFile, sayRefusedFile, sayRefusedRows } from './read-import-file.ts';
import { withTill } from './with-till.ts';

/** Takes over closed sales of the past from a CSV file; the same file twice changes nothing. */
export const importSales: Command = {
  name: 'import sales',
  usage: 'import sales FILE [--prices-include-tax] [--skip-bad-rows] [--json] [--data DIR]',
  async run(context) {
    const { values, positionals } = readArguments(
      context,
      {
        ...everywhere,
        'prices-include-tax': { type: 'boolean' },
        'skip-bad-rows': { type: 'boolean' },
      },
      ['FILE'],
    );
    const [path = ''] = positionals;
    const bytes = readImportFile(path);
    try {
      const file = readSalesFile(bytes);
      const { result, site } = await withTill(placeOf(context, values), (deps) =>
        deps.database.write(async (tx) => ({
          site: await loadSite(tx),
          result: await importSalesFile(deps, tx, file, {
            at: deps.now(),
            by: null,
            skipBadRows: values['skip-bad-rows'] ?? false,
            pricesIncludeTax: values['prices-include-tax'] ?? false,
            progress: sayProgress(context),
          }),
        })),
      );
      if (values.json) context.print(JSON.stringify(result));
      else {
        const write = moneyWriter(site);
        const { orders, lines, items, total, refused } = result;
        context.print(
          `${orders} orders, ${lines} lines, ${items} items, ${write(total)}; ${result.already_known} already known, ${refused.length} rows refused.`,
        );
        if (result.first_business_date !== null) {
          context.print(`From ${result.first_business_date} to ${result.last_business_date}.`);
        }
        sayRefusedRows(context, refused);
      }
      return 0;
    } catch (error) {
      const nothing = {
        orders: 0,
        lines: 0,
        items: 0,
        total: 0,
        first_business_date: null,
        last_business_date: null,
        already_known: 0,
      };
      return sayRefusedFile(
        context,
        error,
        'import sales',
        values.json ? (refused, reason) => ({ ...nothing, refused, reason }) : undefined,
      );
    }
  },
};

const everyMs = 500;

/** A line now and then; a short import has none. */
function sayProgress(context: Pick<CommandContext, 'say'>): (done: number, all: number) => void {
  let last = performance.now();
  return (done, all) => {
    if (performance.now() - last < everyMs) return;
    last = performance.now();
    context.say(`${done} of ${all} orders`);
  };
}
