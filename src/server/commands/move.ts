import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Verification } from '../../contract/journal.ts';
import { keepAside } from '../backup/keep-aside.ts';
import { isMysqlUrl, parseDatabaseUrl, withoutPassword } from '../db/mysql/database-url.ts';
import { countOthers } from '../db/mysql/open.ts';
import { findMove, MoveRefused, moveRestaurant } from '../move/move-restaurant.ts';
import { databaseName, openFile, openServer, site } from '../open-database.ts';
import { lockForServer } from '../server-lock.ts';
import { CommandRefused, everywhere, readArguments, WrongUsage } from './command.ts';
import type { Command, CommandContext } from './command.ts';

/** Moves a whole restaurant from the SQLite file of its directory to a MySQL-compatible server, or back. */
export const move: Command = {
  name: 'move',
  usage: 'move (--to | --from) mysql://USER:PASSWORD@HOST/DATABASE [--json] [--data DIR]',
  async run(context) {
    const { values } = readArguments(context, {
      ...everywhere,
      to: { type: 'string' },
      from: { type: 'string' },
    });
    const url = values.to ?? values.from;
    if (url === undefined || (values.to !== undefined && values.from !== undefined)) {
      throw new WrongUsage('It needs --to or --from, and one of them.');
    }
    if (!isMysqlUrl(url)) throw new WrongUsage(`It moves to and from mysql://… alone.`);
    const directory = values.data ?? context.usualDirectory;
    // No till may run on the file meanwhile.
    const unlock = lockForServer(directory);
    try {
      const moved =
        values.to === undefined
          ? await moveBack(context, url, directory)
          : await moveAway(context, url, directory);
      if (values.json) context.print(JSON.stringify(moved));
      else context.print(`Moved ${moved.entries} journal entries, proved whole at both ends.`);
    } catch (error) {
      if (error instanceof MoveRefused) throw new CommandRefused(error.message, { cause: error });
      throw error;
    } finally {
      unlock();
    }
    return 0;
  },
};

async function moveAway(
  { say }: CommandContext,
  url: string,
  directory: string,
): Promise<Verification> {
  const path = join(directory, databaseName);
  if (!existsSync(path)) throw new CommandRefused(`There is no till in ${directory}.`);
  const now = Date.now;
  const to = await openServer(url, directory, now());
  const from = openFile(path, now());
  try {
    const destination = withoutPassword(parseDatabaseUrl(url));
    return await moveRestaurant({ from, to, site, now, destination, say });
  } finally {
    await from.close();
    await to.close();
  }
}

/** The file that the restaurant once left is kept among the backups. */
async function moveBack(
  { say }: CommandContext,
  url: string,
  directory: string,
): Promise<Verification> {
  const path = join(directory, databaseName);
  const now = Date.now;
  if ((await countOthers(url)) > 0) {
    throw new CommandRefused(
      'Other programs are connected to that database. Stop every till on it first.',
    );
  }
  const from = await openServer(url, directory, now());
  let to = openFile(path, now());
  try {
    if ((await to.read(findMove))?.state === 'left') {
      await to.close();
      keepAside(directory, path, 'move');
      to = openFile(path, now());
    }
    return await moveRestaurant({ from, to, site, now, destination: path, say });
  } finally {
    await to.close();
    await from.close();
  }
}
