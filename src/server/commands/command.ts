import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { isMysqlUrl } from '../db/mysql/database-url.ts';
import type { Place } from '../open-till.ts';

/** What a command of the command line is given and how it speaks. Codes: 0 done, 1 refused or failed, 2 wrong usage. */
export type CommandContext = {
  readonly args: readonly string[];
  /** Standard output: what was asked for. */
  readonly print: (line: string) => void;
  /** Standard error: progress and refusals. */
  readonly say: (line: string) => void;
  /** Where the data lies unless --data names another place. */
  readonly usualDirectory: string;
  /** The server's database unless --database names another; undefined for the file in the directory. */
  readonly usualDatabaseUrl: string | undefined;
};

export type Command = {
  /** Its words on the command line, such as `import menu`. */
  readonly name: string;
  readonly usage: string;
  readonly run: (context: CommandContext) => Promise<number>;
};

/** The command was not called as its usage says; answered with exit code 2. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

/** The command was refused; one sentence that says what to do, exit code 1, nothing changed. */
export class CommandRefused extends Error {
  override name = 'CommandRefused';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's options and its `names.length` plain arguments; anything else is wrong usage. */
export function readArguments<O extends Options>(
  context: Pick<CommandContext, 'args'>,
  options: O,
  names: readonly string[] = [],
) {
  const read = () =>
    parseArgs({ args: [...context.args], options, allowPositionals: true, strict: true });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (error) {
    // parseArgs explains itself in its message.
    throw new WrongUsage(error instanceof Error ? error.message : String(error), { cause: error });
  }
  if (parsed.positionals.length !== names.length) {
    throw new WrongUsage(
      names.length === 0
        ? `It takes no further words, but got "${parsed.positionals.join(' ')}".`
        : `It needs ${names.join(' and ')}.`,
    );
  }
  return parsed;
}

/** Options that every command has. */
export const everywhere = {
  data: { type: 'string' },
  database: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** The till that a command works on. Its database's address holds a password: the environment tells fewer people. */
export function placeOf(
  { usualDirectory, usualDatabaseUrl }: CommandContext,
  { data, database }: { data?: string | undefined; database?: string | undefined },
): Place {
  const databaseUrl = database ?? usualDatabaseUrl;
  if (databaseUrl !== undefined && !isMysqlUrl(databaseUrl)) {
    throw new WrongUsage('--database takes mysql://user:password@host:port/database.');
  }
  return { directory: data ?? usualDirectory, databaseUrl };
}
