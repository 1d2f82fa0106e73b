import { startOwnMariaDb } from '../scripts/mariadb.ts';
import { startServer } from './server-process.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';
import { makePlaceOn } from './trial-place.ts';

type Settings = Readonly<Record<string, string | number>>;

const good: readonly Settings[] = [
  {},
  { log_bin: 'binlog', binlog_format: 'row', log_bin_trust_function_creators: 1 },
  // What the server itself would do is no matter: the till says what holds for it.
  { sql_mode: '', default_time_zone: '+05:30', character_set_server: 'latin1' },
];
/** Each with what the till must say. */
const bad: readonly (readonly [Settings, string])[] = [
  [{ innodb_flush_log_at_trx_commit: 0 }, 'innodb_flush_log_at_trx_commit = 1'],
  [{ innodb_flush_log_at_trx_commit: 2 }, 'innodb_flush_log_at_trx_commit = 1'],
  [{ innodb_doublewrite: 'off' }, 'innodb_doublewrite = ON'],
  [{ log_bin: 'binlog', binlog_format: 'row', sync_binlog: 0 }, 'sync_binlog = 1'],
  [{ log_bin: 'binlog', binlog_format: 'statement' }, 'binlog_format = ROW'],
  [{ log_bin: 'binlog', binlog_format: 'row' }, 'log_bin_trust_function_creators = 1'],
];

/** Starts the till on servers with settings that somebody may have made; `given` is what is really set. */
function startOn(given: (settings: Settings) => Settings): Run {
  return async (_size, _random, log) => {
    const tally = new Tally(log);
    for (const settings of good) {
      tally.same(`a start on ${JSON.stringify(settings)}`, await startsOn(settings), 'started');
    }
    for (const [settings, words] of bad) {
      const said = await startsOn(given(settings));
      tally.check(said.includes(words), () => `a start on ${JSON.stringify(settings)}: ${said}`);
    }
    return tally.outcome({ 'servers tried': good.length + bad.length });
  };
}

/** What the till said when it did not start. */
async function startsOn(settings: Settings): Promise<string> {
  const mariaDb = await startOwnMariaDb({ settings });
  try {
    const place = await makePlaceOn(mariaDb.url);
    try {
      await (await startServer(place)).stop();
      return 'started';
    } catch (error) {
      return String(error);
    } finally {
      await place.remove();
    }
  } finally {
    await mariaDb.stop();
  }
}

export const trial: Trial = {
  id: 'R27',
  title: 'Self-test at start on MariaDB servers whose settings could lose sales',
  run: startOn((settings) => settings),
  // The same without what is wrong.
  control: startOn(() => ({})),
};
