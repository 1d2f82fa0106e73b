import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeBackup } from '../backup/make-backup.ts';
import { closeTill, databaseName, openTill } from '../open-till.ts';
import { CommandRefused, everywhere, readArguments } from './command.ts';
import type { Command } from './command.ts';

/** Makes a backup while selling goes on, and proves it whole before it counts (D2). */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE [--json] [--data DIR]',
  async run(context) {
    const { values, positionals } = readArguments(context, everywhere, ['FILE']);
    const file = resolve(positionals[0] ?? '');
    const directory = values.data ?? context.usualDirectory;
    const database = join(directory, databaseName);
    if (!existsSync(database)) throw new CommandRefused(`There is no till in ${directory}.`);
    if (existsSync(file))
      throw new CommandRefused(`${file} is there already. Choose another name.`);
    const deps = await openTill({ directory });
    try {
      const made = await makeBackup(deps, database, file);
      context.print(
        values.json
          ? JSON.stringify(made)
          : `Backed up ${made.entries} journal entries to ${made.file}, proved whole (SHA-256 ${made.sha256}). ` +
              `Keep ${join(directory, 'secrets.json')} safe too, in another place: without it people get new PINs.`,
      );
      return 0;
    } finally {
      await closeTill(deps);
    }
  },
};
