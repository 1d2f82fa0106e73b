import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnchor, verifyFile } from '../journal/verify.ts';
import { databaseName } from '../open-till.ts';
import { CommandRefused, everywhere, readArguments, WrongUsage } from './command.ts';
import type { Command } from './command.ts';

/** Proves a database or a backup whole, and that a given receipt is in it (J3, J4). Exit code 1 where it is not. */
export const verify: Command = {
  name: 'verify',
  usage: 'verify [--file BACKUP] [--receipt HEAD] [--json] [--data DIR]',
  async run(context) {
    const { values } = readArguments(context, {
      ...everywhere,
      file: { type: 'string' },
      receipt: { type: 'string' },
    });
    const anchor = values.receipt === undefined ? undefined : parseAnchor(values.receipt);
    if (values.receipt !== undefined && !anchor) {
      throw new WrongUsage(
        '--receipt takes the journal mark of a receipt, such as 123-0a1b2c3d4e5f.',
      );
    }
    const path = values.file ?? join(values.data ?? context.usualDirectory, databaseName);
    if (!existsSync(path)) throw new CommandRefused(`There is no database at ${path}.`);
    const result = await verifyFile(path, 'main', anchor);
    if (values.json) {
      context.print(JSON.stringify(result));
    } else if (result.whole) {
      context.print(
        `Whole: ${result.entries} journal entries, and every table as they say. Head ${result.head ? `${result.head.seq}-${result.head.hash.slice(0, 12)}` : 'none'}.`,
      );
    } else if (result.firstBad) {
      context.print(`NOT WHOLE: journal entry ${result.firstBad.seq} ${result.firstBad.problem}.`);
    } else {
      context.print('NOT WHOLE: the journal is, but these rows differ from it:');
      for (const { table, key, problem } of result.differences) {
        context.print(`  ${table} ${key}: ${problem}`);
      }
    }
    return result.whole ? 0 : 1;
  },
};
