import { ConnectionLost } from '../failures.ts';
import { MysqlConnection } from './connection.ts';
import type { ConnectionOptions } from './connection.ts';
import { withoutPassword } from './database-url.ts';
import type { MysqlPlace } from './database-url.ts';

/**
 * The servers that hold one database. All connections go to the same one while it answers: on a cluster,
 * writers on different nodes only get in each other's way.
 */
export class MysqlHosts {
  readonly #place: MysqlPlace;
  readonly #slow: ConnectionOptions['slow'];
  #preferred = 0;

  constructor(place: MysqlPlace, slow?: ConnectionOptions['slow']) {
    this.#place = place;
    this.#slow = slow;
  }

  /** Connects to the preferred host, or else the next that answers and is ready to be written. */
  async connect(options: Pick<ConnectionOptions, 'patient'> = {}): Promise<MysqlConnection> {
    const { hosts } = this.#place;
    let lost: unknown;
    for (let tried = 0; tried < hosts.length; tried += 1) {
      const index = (this.#preferred + tried) % hosts.length;
      const host = hosts[index];
      if (!host) break;
      try {
        const connection = await MysqlConnection.open(this.#place, host, {
          ...options,
          slow: this.#slow,
        });
        await refuseUnwritable(connection);
        this.#preferred = index;
        return connection;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        lost = error;
      }
    }
    throw new ConnectionLost(`connect to ${withoutPassword(this.#place)}`, lost);
  }
}

/**
 * A replica, or a member of a group that is not its primary, cannot be written. A Galera node that lost its
 * cluster still answers, but with what was true when it lost it.
 */
async function refuseUnwritable(connection: MysqlConnection): Promise<void> {
  const asked = "show variables where variable_name in ('read_only', 'wsrep_on')";
  const variables = await named(connection, asked);
  if (variables.get('read_only') === 'ON') letGo(connection, 'This member may only be read.');
  if (variables.get('wsrep_on') !== 'ON') return;
  const status = await named(connection, "show status like 'wsrep_ready'");
  if (status.get('wsrep_ready') === 'OFF') {
    letGo(connection, 'This node is not part of its cluster now.');
  }
}

async function named(connection: MysqlConnection, sql: string): Promise<Map<string, string>> {
  const rows = (await connection.all(sql)) as { Variable_name: string; Value: string }[];
  return new Map(rows.map((row) => [row.Variable_name, row.Value]));
}

function letGo(connection: MysqlConnection, why: string): never {
  connection.destroy();
  throw new ConnectionLost('connect', new Error(why));
}
