import { randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { styleText } from 'node:util';
import type { Engine } from '../src/server/test-database.ts';
import { seededRandom } from './random.ts';
import { stopTrialMariaDb, trialMariaDb } from './trial-mariadb.ts';
import type { Outcome, Run, Size, Trial } from './trial.ts';

const usage = `node trials/run.ts [--always] [--verbose] [NAMES…]
  --always   the sizes that CI runs, instead of those before a release
  --verbose  what a trial has to show besides its figures
  NAMES      only these trials, by id (R12) or file name (r12-money-model)
  ARMORPOS_SEED=…  in the environment plays a run again`;

const engineNames = { sqlite: 'SQLite', mysql: 'MariaDB' } as const satisfies Record<
  Engine,
  string
>;
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
if (options.some((option) => option !== '--always' && option !== '--verbose')) stop(usage);
const size: Size = options.includes('--always') ? 'always' : 'deep';
const seed = process.env['ARMORPOS_SEED'] ?? String(randomInt(1_000_000_000));

const wanted = await loadTrials(names);
console.log(`Trials, size ${size}, seed ${seed}\n`);
let failures = 0;
let played = 0;
for (const { file, trial } of wanted) {
  for (const engine of trial.engines ?? ['sqlite']) {
    played += 1;
    failures += (await play(file, trial, engine)) ? 0 : 1;
  }
}
await stopTrialMariaDb();
console.log(`\n${played - failures} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

async function loadTrials(only: readonly string[]): Promise<{ file: string; trial: Trial }[]> {
  const files = (await readdir(import.meta.dirname)).filter((file) =>
    /^[rac]\d+-.*\.ts$/.test(file),
  );
  files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const all: { file: string; trial: Trial }[] = [];
  for (const file of files) {
    const module: { trial?: Trial } = await import(new URL(file, import.meta.url).href);
    if (!module.trial) stop(`${file} exports no trial`);
    all.push({ file: file.replace(/\.ts$/, ''), trial: module.trial });
  }
  const unknown = only.filter((name) => !all.some((each) => isNamed(name, each)));
  if (unknown.length > 0) stop(`There is no trial ${unknown.join(', ')}.\n${usage}`);
  return only.length === 0 ? all : all.filter((each) => only.some((name) => isNamed(name, each)));
}

function isNamed(name: string, { file, trial }: { file: string; trial: Trial }): boolean {
  return [trial.id.toLowerCase(), file].includes(name.toLowerCase());
}

/** Runs one trial and its negative control; says whether both came out as they must. */
async function play(file: string, trial: Trial, engine: Engine): Promise<boolean> {
  if (engine === 'mysql') await trialMariaDb();
  const startedAt = performance.now();
  const outcome = await outcomeOf(trial.run, engine, file);
  // A trial that checked nothing has proved nothing.
  const isGood = outcome.failed === 0 && outcome.passed > 0;
  const control =
    trial.control && (await outcomeOf(trial.control, engine, `${file}/control`, true));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const where = trial.engines ? ` (${engineNames[engine]})` : '';
  row(isGood, trial.id.padEnd(4), trial.title + where, counts(outcome), `${seconds} s`);
  for (const [name, figure] of Object.entries(outcome.figures)) {
    console.log(
      `       ${name}: ${typeof figure === 'number' ? figure.toLocaleString('en') : figure}`,
    );
  }
  if (options.includes('--verbose')) {
    for (const line of outcome.details ?? []) console.log(`       ${line}`);
  }
  if (control)
    row(control.failed > 0, '    ', 'negative control, which must fail', counts(control));
  if (!isGood)
    console.log(`       again: ARMORPOS_SEED=${seed} npm run trials -- ${replayArguments(trial)}`);
  return isGood && (control === undefined || control.failed > 0);
}

async function outcomeOf(run: Run, engine: Engine, label: string, quiet = false): Promise<Outcome> {
  const log = quiet ? () => {} : (text: string) => console.log(`       ${text}`);
  try {
    return await run(size, seededRandom(`${seed}/${label}`), log, engine);
  } catch (fault) {
    // A control that breaks instead of failing has shown nothing either.
    console.error(fault);
    return { passed: 0, failed: quiet ? 0 : 1, figures: {} };
  }
}

function replayArguments(trial: Trial): string {
  return size === 'always' ? `--always ${trial.id}` : trial.id;
}

function counts(outcome: Outcome): string {
  return `${outcome.passed.toLocaleString('en')} passed, ${outcome.failed.toLocaleString('en')} failed`;
}

function row(isGood: boolean, ...cells: readonly string[]): void {
  console.log(`${isGood ? styleText('green', '✓') : styleText('red', '✗')} ${cells.join('  ')}`);
}

function stop(words: string): never {
  console.error(words);
  process.exit(2);
}
