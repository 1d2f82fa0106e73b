import { beforeAll, expect, test } from 'vitest';
import { makeTestDatabase } from '../../test-database.ts';
import { NotDurable } from '../failures.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { checkDurability } from './durability.ts';
import { MysqlHosts } from './hosts.ts';

type Variable = { Variable_name: string; Value: string };
let real: Variable[];

beforeAll(async () => {
  const place = await makeTestDatabase(0, 'mysql');
  const connection = await new MysqlHosts(parseDatabaseUrl(place.url ?? '')).connect();
  real = (await connection.all('show variables')) as Variable[];
  await connection.close();
  await place.remove();
});

/** As the real server says, but for these. */
const checked = (changes: Readonly<Record<string, string>>) => {
  const others = real.filter(({ Variable_name }) => !(Variable_name in changes));
  const changed = Object.entries(changes).map(([Variable_name, Value]) => ({
    Variable_name,
    Value,
  }));
  return checkDurability({ all: () => Promise.resolve([...others, ...changed]) });
};

test('S2: a server that keeps what it acknowledges is taken', async () => {
  expect(await checked({})).toMatchObject({ isGalera: false });
  const galera = { wsrep_on: 'ON', wsrep_provider: '/usr/lib/galera/libgalera_smm.so' };
  expect(await checked(galera)).toMatchObject({ isGalera: true });
  expect(await checked({ version: '8.0.39' })).toMatchObject({
    product: 'MySQL',
    collation: 'utf8mb4_0900_bin',
  });
});

test.each([
  [{ innodb_flush_log_at_trx_commit: '2' }, /Set innodb_flush_log_at_trx_commit = 1 /],
  [{ innodb_flush_log_at_trx_commit: '0' }, /Set innodb_flush_log_at_trx_commit = 1 /],
  [{ innodb_doublewrite: 'OFF' }, /Set innodb_doublewrite = ON /],
  [{ innodb_flush_method: 'nosync' }, /Set innodb_flush_method = O_DIRECT /],
  [{ log_bin: 'ON', sync_binlog: '0' }, /Set sync_binlog = 1 /],
  [{ log_bin: 'ON', sync_binlog: '1', binlog_format: 'STATEMENT' }, /Set binlog_format = ROW /],
  [{ version: '10.6.18-MariaDB' }, /MariaDB 10.6.18; 10.11.0 or newer/],
  [{ version: '5.7.44' }, /MySQL 5.7.44; 8.0.23 or newer/],
])('S2: %j is refused with what to set', async (changes, words) => {
  await expect(checked(changes)).rejects.toThrow(NotDurable);
  await expect(checked(changes)).rejects.toThrow(words);
});
