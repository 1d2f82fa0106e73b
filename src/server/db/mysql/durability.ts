import { NotDurable } from '../failures.ts';
import type { MysqlConnection } from './connection.ts';
import { compareVersions } from '../compare-versions.ts';

export type Flavor = {
  readonly product: 'MariaDB' | 'MySQL';
  readonly version: string;
  /** Part of a Galera cluster. */
  readonly isGalera: boolean;
  /** Sorts and compares by code points, and knows trailing spaces apart, as SQLite does. */
  readonly collation: string;
};

const oldest = { MariaDB: '10.11.0', MySQL: '8.0.23' };

/**
 * Reads back what makes a commit durable, and refuses a server that does not keep what it acknowledges
 * (S2). Asked at each connection for writes: the next node of a cluster may be set otherwise.
 */
export async function checkDurability(connection: Pick<MysqlConnection, 'all'>): Promise<Flavor> {
  const rows = (await connection.all('show variables')) as {
    Variable_name: string;
    Value: string;
  }[];
  const variables = new Map(rows.map((row) => [row.Variable_name, row.Value]));
  const value = (name: string): string => (variables.get(name) ?? '').toUpperCase();
  const flavor = describe(variables);
  if (compareVersions(flavor.version, oldest[flavor.product]) < 0) {
    throw new NotDurable(
      `The database server is ${flavor.product} ${flavor.version}; ${oldest[flavor.product]} or newer is needed.`,
    );
  }
  expect(value('innodb_flush_log_at_trx_commit') === '1', 'innodb_flush_log_at_trx_commit = 1');
  expect(value('innodb_doublewrite') !== 'OFF', 'innodb_doublewrite = ON');
  expect(!value('innodb_flush_method').includes('NOSYNC'), 'innodb_flush_method = O_DIRECT');
  if (value('log_bin') === 'ON') {
    expect(value('sync_binlog') === '1', 'sync_binlog = 1');
    expect(value('binlog_format') !== 'STATEMENT', 'binlog_format = ROW');
  }
  expect(value('sql_mode').includes('STRICT_ALL_TABLES'), 'sql_mode = STRICT_ALL_TABLES');
  expect(value('time_zone') === '+00:00', "time_zone = '+00:00'");
  return flavor;
}

function describe(variables: ReadonlyMap<string, string>): Flavor {
  const named = variables.get('version') ?? '';
  const product = named.includes('MariaDB') ? 'MariaDB' : 'MySQL';
  return {
    product,
    version: /\d+\.\d+\.\d+/.exec(named)?.[0] ?? '0.0.0',
    isGalera:
      variables.get('wsrep_on') === 'ON' && (variables.get('wsrep_provider') ?? 'none') !== 'none',
    collation: product === 'MariaDB' ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin',
  };
}

function expect(holds: boolean, setting: string): void {
  if (holds) return;
  throw new NotDurable(
    `The database server could lose sales in a power cut. Set ${setting} in its configuration and start it again.`,
  );
}
