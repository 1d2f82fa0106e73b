import { importMenu as importMenuFile, readMenuFile } from '../imports/import-menu.ts';
import { everywhere, placeOf, readArguments } from './command.ts';
import type { Command } from './command.ts';
import { readImportFile, sayRefusedFile, sayRefusedRows } from './read-import-file.ts';
import { withTill } from './with-till.ts';

/** Brings the menu to what a CSV file says; one bad row refuses the file unless bad rows are skipped. */
export const importMenu: Command = {
  name: 'import menu',
  usage: 'import menu FILE [--skip-bad-rows] [--json] [--data DIR]',
  async run(context) {
    const { values, positionals } = readArguments(
      context,
      { ...everywhere, 'skip-bad-rows': { type: 'boolean' } },
      ['FILE'],
    );
    const [path = ''] = positionals;
    const bytes = readImportFile(path);
    try {
      const file = readMenuFile(bytes);
      const result = await withTill(placeOf(context, values), (deps) =>
        deps.database.write((tx) =>
          importMenuFile(deps, tx, file, {
            at: deps.now(),
            by: null,
            skipBadRows: values['skip-bad-rows'] ?? false,
          }),
        ),
      );
      if (values.json) context.print(JSON.stringify(result));
      else {
        const { added, changed, unchanged, refused, categoriesAdded } = result;
        context.print(
          `${added} rows added, ${changed} changed, ${unchanged} left as they were, ${refused.length} refused; ${categoriesAdded} new categories.`,
        );
        sayRefusedRows(context, refused);
      }
      return 0;
    } catch (error) {
      const nothing = { added: 0, changed: 0, unchanged: 0, categoriesAdded: 0, itemsAdded: 0 };
      return sayRefusedFile(
        context,
        error,
        'import menu',
        values.json ? (refused, reason) => ({ ...nothing, refused, reason }) : undefined,
      );
    }
  },
};
