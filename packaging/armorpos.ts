import { runCommandLine } from '../src/server/command-line.ts';

/** The packaged program: the command line, and without any words (a double click) the till in a window. */
async function run(words: readonly string[]): Promise<void> {
  process.exitCode = await runCommandLine(words.length === 0 ? ['open'] : words);
}

void run(process.argv.slice(2));
