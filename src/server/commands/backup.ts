import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeBackup } from '../backup/make-backup.ts';
import { CommandRefused, everywhere, placeOf, readArguments } from './command.ts';
import type { Command } from './command.ts';
import { withTill } from './with-till.ts';

/** Makes a backup while selling goes on, and proves it whole before it counts (D2). */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE [--json] [--data DIR]',
  async run(context) {
    const { values, positionals } = readArguments(context, everywhere, ['FILE']);
    const file = resolve(positionals[0] ?? '');
    if (existsSync(file))
      throw new CommandRefused(`${file} is there already. Choose another name.`);
    const place = placeOf(context, values);
    return withTill(place, async (deps) => {
      const made = await makeBackup(deps, file);
      context.print(
        values.json
          ? JSON.stringify(made)
          : `Backed up ${made.entries} journal entries to ${made.file}, proved whole (SHA-256 ${made.sha256}). ` +
              `Keep ${join(place.directory, 'secrets.json')} safe too, in another place: without it people get new PINs.`,
      );
      return 0;
    });
  },
};
