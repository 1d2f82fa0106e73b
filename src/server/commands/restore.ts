import { resolve } from 'node:path';
import { restoreBackup } from '../backup/restore-backup.ts';
import { CommandRefused, everywhere, placeOf, readArguments, WrongUsage } from './command.ts';
import type { Command } from './command.ts';

/** Puts a backup in place of the till's database, keeping a copy of what was there (D2). */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE [--next-receipt N] [--json] [--data DIR]',
  async run(context) {
    const { values, positionals } = readArguments(
      context,
      { ...everywhere, 'next-receipt': { type: 'string' } },
      ['FILE'],
    );
    const next = values['next-receipt'] === undefined ? undefined : Number(values['next-receipt']);
    if (next !== undefined && (!Number.isSafeInteger(next) || next < 1)) {
      throw new WrongUsage('--next-receipt takes a whole number from 1.');
    }
    const { directory, databaseUrl } = placeOf(context, values);
    if (databaseUrl !== undefined) {
      throw new CommandRefused(
        'A backup is restored into a directory. Do that without --database and ARMORPOS_DATABASE_URL, then: armorpos move --to mysql://…',
      );
    }
    const restored = await restoreBackup(directory, resolve(positionals[0] ?? ''), next);
    if (values.json) {
      context.print(JSON.stringify(restored));
    } else {
      context.print(
        `Restored ${restored.entries} journal entries. The next receipt is number ${restored.nextReceiptNumber}.`,
      );
      if (restored.safetyCopy)
        context.print(`What was there before is kept as ${restored.safetyCopy}.`);
    }
    return 0;
  },
};
