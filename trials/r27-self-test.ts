import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotDurable } from '../src/server/db/failures.ts';
import { checkDurability, setDurability } from '../src/server/db/sqlite/durability.ts';
import { SqliteFile } from '../src/server/db/sqlite/connection.ts';
import { databaseName } from '../src/server/open-database.ts';
import { closeTill, createLog, openTill } from '../src/server/open-till.ts';
import { refuseNetworkShare, wrongFileModes } from '../src/server/self-test.ts';
import { startServer } from './server-process.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';

type Check = (file: SqliteFile) => void;

/** A SQLite that answers one question otherwise than the real one. */
class LyingFile extends SqliteFile {
  lie: (sql: string) => string | undefined = () => undefined;
  override all(sql: string, values: Parameters<SqliteFile['all']>[1] = []): unknown[] {
    const told = this.lie(sql);
    return told === undefined ? super.all(sql, values) : [{ value: told }];
  }
}

/** Settings that somebody, or another build of SQLite, may have left. */
const settings: readonly { what: string; pragma: string; good: boolean }[] = [
  { what: 'as the till sets them', pragma: '', good: true },
  { what: 'journal_mode=delete', pragma: 'journal_mode = delete', good: false },
  { what: 'journal_mode=truncate', pragma: 'journal_mode = truncate', good: false },
  { what: 'journal_mode=persist', pragma: 'journal_mode = persist', good: false },
  { what: 'journal_mode=memory', pragma: 'journal_mode = memory', good: false },
  { what: 'synchronous=off', pragma: 'synchronous = off', good: false },
  { what: 'synchronous=normal', pragma: 'synchronous = normal', good: false },
  { what: 'foreign_keys=off', pragma: 'foreign_keys = off', good: false },
];
const versions: readonly [string, boolean][] = [
  ['3.7.0', false],
  ['3.9.2', false],
  ['3.45.1', false],
  ['3.50.4', false],
  ['3.51.0', false],
  ['3.51.2', false],
  ['3.51.3', true],
  ['3.51.10', true],
  ['3.52.0', true],
  ['3.100.0', true],
  ['4.0.0', true],
];
/** Types that statfs(2) gives; signed where a machine's are. */
const fileSystems: readonly [string, number, boolean][] = [
  ['ext4', 0xef53, true],
  ['xfs', 0x58465342, true],
  ['btrfs', 0x9123683e, true],
  ['btrfs, signed', 0x9123683e | 0, true],
  ['tmpfs', 0x01021994, true],
  ['NFS', 0x6969, false],
  ['SMB', 0x517b, false],
  ['CIFS', 0xff534d42, false],
  ['CIFS, signed', 0xff534d42 | 0, false],
  ['SMB2', 0xfe534d42, false],
  ['SMB2, signed', 0xfe534d42 | 0, false],
  ['AFS', 0x5346414f, false],
  ['9P', 0x01021997, false],
  ['Ceph', 0x00c36400, false],
];

function selfTest(check: Check): Run {
  return async (_size, _random, log) => {
    const tally = new Tally(log);
    const directory = mkdtempSync(join(tmpdir(), 'armorpos-trial-'));
    try {
      checkSettings(tally, directory, check);
      checkVersions(tally, directory, check);
      for (const [name, type, good] of fileSystems) {
        const isRefused = refuses(() => refuseNetworkShare(directory, () => type));
        tally.same(`a data directory on ${name} is refused`, isRefused, !good);
      }
      for (const path of ['\\\\server\\share\\till', '//server/share/till']) {
        tally.check(
          refuses(() => refuseNetworkShare(path, () => 0xef53)),
          () => `${path} was taken`,
        );
      }
      if (process.platform !== 'win32') {
        checkModes(tally, directory);
        await checkStart(tally, join(directory, 'data'));
      }
      return tally.outcome({ 'file modes': process.platform === 'win32' ? 'not here' : 'checked' });
    } finally {
      rmSync(directory, { recursive: true });
    }
  };
}

function checkSettings(tally: Tally, directory: string, check: Check): void {
  for (const { what, pragma, good } of settings) {
    const path = join(directory, `${what.replaceAll(/\W/g, '-')}.db`);
    const file = new SqliteFile(path);
    setDurability(file);
    if (pragma) file.exec(`pragma ${pragma}`);
    tally.same(
      `${what} is refused`,
      refuses(() => check(file)),
      !good,
    );
    file.close();
  }
  // Drivers built with another default: it reads FULL until the first access, and NORMAL from then on.
  const turning = new LyingFile(join(directory, 'turning.db'));
  setDurability(turning);
  let accessed = false;
  turning.lie = (sql) => {
    if (sql === 'pragma synchronous') return accessed ? '1' : '2';
    if (/from sqlite_schema/.test(sql)) accessed = true;
    return undefined;
  };
  const isRefused = refuses(() => check(turning));
  tally.check(isRefused, () => 'synchronous that turns to NORMAL at the first access was taken');
  turning.close();
}

function checkVersions(tally: Tally, directory: string, check: Check): void {
  const file = new LyingFile(join(directory, 'version.db'));
  setDurability(file);
  for (const [version, good] of versions) {
    file.lie = (sql) => (sql.includes('sqlite_version()') ? version : undefined);
    tally.same(
      `SQLite ${version} is refused`,
      refuses(() => check(file)),
      !good,
    );
  }
  file.close();
}

function checkModes(tally: Tally, directory: string): void {
  const path = join(directory, 'modes');
  writeFileSync(path, '');
  for (const mode of [0o600, 0o400, 0o700, 0o640, 0o604, 0o620, 0o602, 0o644, 0o666, 0o777]) {
    chmodSync(path, mode);
    const isWarned = wrongFileModes([path, join(directory, 'missing')]).includes(path);
    tally.same(`a file of mode ${mode.toString(8)} is warned of`, isWarned, (mode & 0o077) !== 0);
  }
}

/** A real start: it makes private files, warns of open ones, and sets what somebody unset. */
async function checkStart(tally: Tally, directory: string): Promise<void> {
  await closeTill(await openTill({ directory }, createLog('silent')));
  const path = join(directory, databaseName);
  for (const made of [directory, path, join(directory, 'secrets.json')]) {
    tally.same(
      `others may do with ${made.replace(directory, 'DATA')}`,
      statSync(made).mode & 0o077,
      0,
    );
  }
  const file = new SqliteFile(path);
  file.exec('pragma journal_mode = delete');
  file.close();
  chmodSync(path, 0o644);
  const server = await startServer({ directory });
  const code = await server.stop();
  tally.same('exit code after SIGTERM', code, 0);
  const log = server.log();
  tally.check(log.includes('make it private'), () => `no warning of an open file: ${log}`);
  const again = new SqliteFile(path, { readOnly: true });
  tally.same('journal mode after a start', again.all('pragma journal_mode'), [
    { journal_mode: 'wal' },
  ]);
  again.close();
}

/** Whether it says that the till must not start; any other failure is one of the trial. */
function refuses(start: () => void): boolean {
  try {
    start();
    return false;
  } catch (error) {
    if (error instanceof NotDurable) return true;
    throw error;
  }
}

export const trial: Trial = {
  id: 'R27',
  title: 'Self-test at start: SQLite’s version, WAL and FULL read back, network shares, file modes',
  run: selfTest(checkDurability),
  // Settings that are set and never read back.
  control: selfTest(() => {}),
};
