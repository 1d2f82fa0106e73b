import { ConnectionLost, StorageFailed } from './db/failures.ts';
import { commands } from './commands/all.ts';
import { CommandRefused, WrongUsage } from './commands/command.ts';
import type { Command, CommandContext } from './commands/command.ts';
import { refusals } from '../domain/refusal.ts';
import { usualDataDirectory } from './open-till.ts';
import { tellParent, whyNotStarted } from './parent-process.ts';
import { Refused } from './refused.ts';

/** Runs the command that the words name. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  // Whoever reads an export may stop before its end, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    print(usage());
    return words.length === 0 ? 2 : 0;
  }
  const command = findCommand(words);
  if (!command) {
    say(`armorpos: there is no command "${words.slice(0, 2).join(' ')}". Try: armorpos help`);
    return 2;
  }
  const context: CommandContext = {
    args: words.slice(command.name.split(' ').length),
    print,
    say,
    usualDirectory: usualDataDirectory(),
    usualDatabaseUrl: process.env['ARMORPOS_DATABASE_URL'],
  };
  try {
    return await command.run(context);
  } catch (error) {
    return sayFailure(command, error, say);
  }
}

function findCommand(words: readonly string[]): Command | undefined {
  return commands.find((command) => {
    const names = command.name.split(' ');
    return names.every((name, i) => words[i] === name);
  });
}

function sayFailure(command: Command, error: unknown, say: (line: string) => void): number {
  tellParent({ type: 'failed', reason: whyNotStarted(error), sentence: sentence(error) });
  if (error instanceof WrongUsage) {
    say(`armorpos ${command.name}: ${error.message} Usage: armorpos ${command.usage}`);
    return 2;
  }
  say(`armorpos ${command.name}: ${sentence(error)}`);
  if (!isExpected(error) && process.env['ARMORPOS_LOG'] === 'debug')
    say(String((error as Error).stack));
  return 1;
}

function isExpected(error: unknown): boolean {
  return (
    error instanceof Refused || error instanceof CommandRefused || error instanceof StorageFailed
  );
}

function sentence(error: unknown): string {
  if (error instanceof Refused) return refusals[error.code].title;
  if (error instanceof ConnectionLost) return unreachable(error);
  if (error instanceof StorageFailed) return refusals.storage_failed.title;
  return error instanceof Error ? error.message : String(error);
}

function unreachable(error: ConnectionLost): string {
  return `The database server does not answer (${error.sql}). Check that it runs, and its address. Nothing was changed.`;
}

function usage(): string {
  return [
    'ArmorPOS, a point of sale for small restaurants.',
    '',
    ...commands.map((command) => `  armorpos ${command.usage}`),
    '',
    'Data lies in --data DIR, or ARMORPOS_DATA_DIR, or this platform’s usual place; the database in a file there,',
    'or on a MySQL-compatible server: --database mysql://user:password@host/database, or ARMORPOS_DATABASE_URL.',
  ].join('\n');
}
