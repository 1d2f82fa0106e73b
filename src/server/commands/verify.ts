import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Verification } from '../../contract/journal.ts';
import { parseAnchor, verifyFile, verifyReading } from '../journal/verify.ts';
import type { Anchor } from '../journal/verify.ts';
import { databaseName } from '../open-database.ts';
import type { Place } from '../open-till.ts';
import { CommandRefused, everywhere, placeOf, readArguments, WrongUsage } from './command.ts';
import type { Command } from './command.ts';
import { withTill } from './with-till.ts';

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
    const result = await verifyPlace(placeOf(context, values), values.file, anchor);
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

async function verifyPlace(
  place: Place,
  backup: string | undefined,
  anchor: Anchor | undefined,
): Promise<Verification> {
  if (backup === undefined && place.databaseUrl !== undefined) {
    return withTill(place, ({ database, site }) =>
      database.read((tx) => verifyReading(tx, site, anchor)),
    );
  }
  const path = backup ?? join(place.directory, databaseName);
  if (!existsSync(path)) throw new CommandRefused(`There is no database at ${path}.`);
  return verifyFile(path, 'main', anchor);
}
